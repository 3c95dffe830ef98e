// Pulls much of the C++ library into a static program. It is never run.
#include <algorithm>
#include <chrono>
#include <deque>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <list>
#include <locale>
#include <map>
#include <memory>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <unordered_map>
#include <vector>

int main(int argc, char **argv)
{
    try {
        std::map<std::string, std::vector<double>> values;
        std::unordered_map<std::string, std::size_t> counts;
        std::ifstream in(argv[0]);
        std::stringstream text;
        text << std::setw(argc) << std::hex << argc << 0.5 << std::put_money(1) << true;
        for (std::string word; in >> word;) {
            counts[word]++;
            values[word].push_back(std::stod(word));
            std::wcout << std::wstring(word.begin(), word.end());
        }
        std::wifstream wide(argv[0]);
        std::wstring line;
        std::getline(wide, line);
        std::regex pattern(text.str());
        std::cout << std::regex_replace(std::string(argv[0]), pattern, "$1");
        std::set<int> set{argc};
        std::deque<int> deque(set.begin(), set.end());
        std::list<std::string> list;
        list.sort();
        std::sort(deque.begin(), deque.end());
        std::mt19937_64 random(std::random_device{}());
        std::cout << std::normal_distribution<double>()(random) << std::locale("").name();
        std::function<void()> call = [&] { throw std::system_error(argc, std::generic_category()); };
        auto shared = std::make_shared<std::ofstream>(argv[0]);
        *shared << std::chrono::system_clock::now().time_since_epoch().count() << std::filesystem::current_path();
        for (auto &entry : std::filesystem::recursive_directory_iterator(".")) {
            std::cout << entry.path() << std::filesystem::file_size(entry);
        }
        call();
    } catch (const std::exception &e) {
        std::cerr << e.what();
    }
    return 0;
}
