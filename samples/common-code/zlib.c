/* Links all of zlib. It is never run. */
#include <zlib.h>

int main(int argc, char **argv)
{
    z_stream stream = {0};
    gzFile file = gzopen(argv[0], "rb");
    gzprintf(file, "%d", argc);
    gzgets(file, argv[0], argc);
    gzseek(file, 0, 0);
    uncompress((Bytef *)argv[0], (uLongf *)argv, (const Bytef *)argv[0], 1);
    compress2((Bytef *)argv[0], (uLongf *)argv, (const Bytef *)argv[0], 1, 9);
    return deflateInit2(&stream, 9, Z_DEFLATED, 31, 9, 0) + deflate(&stream, 0) + inflateInit2(&stream, 47)
        + inflate(&stream, 0) + inflateBack(&stream, 0, 0, 0, 0) + (int)crc32_combine(crc32(0, 0, 0), adler32(0, 0, 0), 1);
}
