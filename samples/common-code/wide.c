/* Pulls much of the C library into a static program. It is never run. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <fenv.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>
#include <dirent.h>
#include <unistd.h>
#include <fcntl.h>
#include <getopt.h>
#ifndef _WIN32
#include <arpa/inet.h>
#include <pthread.h>
#include <netdb.h>
#include <pwd.h>
#include <regex.h>
#include <dlfcn.h>
#include <iconv.h>
#include <glob.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#else
#include <winsock2.h>
#include <ws2tcpip.h>
#endif

#define USE(f) (void *)(f)

static void *const used[] = {
    USE(printf), USE(fprintf), USE(sprintf), USE(snprintf), USE(vprintf), USE(vfprintf), USE(vsnprintf), USE(scanf),
    USE(fscanf), USE(sscanf), USE(fopen), USE(fclose), USE(fread), USE(fwrite), USE(fseek), USE(ftell), USE(rewind),
    USE(fgets), USE(fputs), USE(fgetc), USE(fputc), USE(ungetc), USE(setvbuf), USE(tmpfile), USE(remove), USE(rename),
    USE(perror), USE(freopen), USE(fflush), USE(feof), USE(ferror), USE(clearerr), USE(fgetpos), USE(fsetpos),
    USE(malloc), USE(calloc), USE(realloc), USE(free), USE(atexit), USE(exit), USE(abort), USE(getenv), USE(system),
    USE(qsort), USE(bsearch), USE(rand), USE(srand), USE(strtol), USE(strtoul), USE(strtoll), USE(strtoull),
    USE(strtod), USE(strtof), USE(strtold), USE(atoi), USE(atof), USE(mbstowcs), USE(wcstombs), USE(mbtowc), USE(wctomb),
    USE(strcpy), USE(strncpy), USE(strcat), USE(strncat), USE(strcmp), USE(strncmp), USE(strcoll), USE(strxfrm),
    USE(strchr), USE(strrchr), USE(strstr), USE(strspn), USE(strcspn), USE(strpbrk), USE(strtok), USE(strerror),
    USE(strlen), USE(strdup), USE(memcpy), USE(memmove), USE(memset), USE(memcmp), USE(memchr), USE(toupper),
    USE(tolower), USE(isalpha), USE(isdigit), USE(isspace), USE(isprint), USE(iswalpha), USE(towupper), USE(wcscpy),
    USE(wcscat), USE(wcscmp), USE(wcslen), USE(wcsstr), USE(wcstol), USE(wcstod), USE(wprintf), USE(swprintf),
    USE(fgetws), USE(fputws), USE(mbrtowc), USE(wcrtomb), USE(mbrlen), USE(mbsrtowcs), USE(wcsrtombs), USE(btowc),
    USE(sin), USE(cos), USE(tan), USE(asin), USE(acos), USE(atan), USE(atan2), USE(sinh), USE(cosh), USE(tanh),
    USE(exp), USE(exp2), USE(expm1), USE(log), USE(log2), USE(log10), USE(log1p), USE(pow), USE(sqrt), USE(cbrt),
    USE(hypot), USE(fmod), USE(modf), USE(frexp), USE(ldexp), USE(floor), USE(ceil), USE(round), USE(trunc),
    USE(lround), USE(nearbyint), USE(rint), USE(fabs), USE(fmax), USE(fmin), USE(fma), USE(erf), USE(lgamma),
    USE(tgamma), USE(nextafter), USE(remainder), USE(copysign), USE(sinf), USE(powf), USE(sinl), USE(powl), USE(expl),
    USE(logl), USE(floorl), USE(fmodl), USE(sqrtl), USE(strtoimax), USE(strtoumax), USE(feclearexcept),
    USE(fegetround), USE(fesetround), USE(time), USE(clock), USE(difftime), USE(mktime), USE(gmtime), USE(localtime),
    USE(strftime), USE(asctime), USE(ctime), USE(wcsftime), USE(setlocale), USE(localeconv), USE(signal), USE(raise),
    USE(longjmp), USE(opendir), USE(readdir), USE(closedir), USE(getopt), USE(getopt_long), USE(stat), USE(access),
    USE(unlink), USE(getcwd), USE(open), USE(close), USE(read), USE(write), USE(lseek), USE(dup2), USE(isatty),
    USE(usleep),
#ifndef _WIN32
    USE(pthread_create), USE(pthread_join), USE(pthread_mutex_lock), USE(pthread_cond_wait), USE(pthread_once),
    USE(pthread_key_create), USE(pthread_rwlock_rdlock), USE(nanosleep),
    USE(regcomp), USE(regexec), USE(getaddrinfo), USE(inet_ntop), USE(inet_pton), USE(getpwnam), USE(dlopen),
    USE(iconv_open), USE(glob), USE(mmap), USE(socket), USE(connect), USE(accept), USE(select), USE(fork), USE(execvp),
    USE(waitpid), USE(popen), USE(getline), USE(asprintf), USE(realpath), USE(sigaction), USE(mkstemp), USE(sysconf),
    USE(random), USE(drand48), USE(strcasecmp), USE(strsep), USE(strtok_r), USE(memmem), USE(fmemopen),
    USE(clock_gettime), USE(putenv), USE(setenv), USE(getpid), USE(kill),
#endif
};

#ifdef _WIN32
/* The start-up code for windows programs comes along with the whole archive and wants these. */
int WINAPI WinMain(HINSTANCE instance, HINSTANCE before, LPSTR line, int show) { return 0; }
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show) { return 0; }
#endif

int main(int argc, char **argv)
{
    return used[argc % (sizeof used / sizeof *used)] == (void *)argv;
}
