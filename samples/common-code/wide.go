// Pulls much of the Go library into a program. It is never run.
package main

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"crypto/aes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/big"
	"math/rand"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"time"
)

func main() {
	flag.Parse()
	var wait sync.WaitGroup
	wait.Add(1)
	go func() {
		defer wait.Done()
		response, err := http.Get(flag.Arg(0))
		if err == nil {
			io.Copy(os.Stdout, response.Body)
		}
	}()
	wait.Wait()
	reader := bufio.NewScanner(os.Stdin)
	counts := map[string]int{}
	for reader.Scan() {
		for _, word := range strings.Fields(reader.Text()) {
			counts[strings.ToLower(word)]++
		}
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Strings(words)
	sort.Slice(words, func(i, j int) bool { return counts[words[i]] > counts[words[j]] })
	text, _ := json.MarshalIndent(counts, "", " ")
	sum := sha256.Sum256(text)
	block, _ := aes.NewCipher(sum[:])
	block.Encrypt(text, text)
	number, _ := strconv.ParseFloat(flag.Arg(1), 64)
	fmt.Println(hex.EncodeToString(sum[:]), base64.StdEncoding.EncodeToString(text), number, rand.Int(), time.Now())
	fmt.Fprintf(os.Stderr, "%v %+v %q %x\n", counts, words, text, new(big.Int).Exp(big.NewInt(2), big.NewInt(9), nil))
	binary.Write(os.Stdout, binary.LittleEndian, uint32(1))
	files, _ := filepath.Glob("*")
	expression := regexp.MustCompile(flag.Arg(2))
	fmt.Println(files, expression.FindAllString(string(text), -1), exec.Command(flag.Arg(3)).Run())
	template.Must(template.New("").Parse("{{.}}")).Execute(os.Stdout, counts)
	zipped := gzip.NewWriter(os.Stdout)
	zip.NewWriter(zipped).Close()
}
