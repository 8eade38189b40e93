"""Files as other programs write them, for the tests and as what the fuzzer begins with: Tests/Fixtures/Others.

Needs Pillow, safetensors and numpy. Zips of macOS and Windows and tar files of bsdtar are made here byte by byte.
"""

import ctypes, gzip, io, json, os, stat, struct, sys, tarfile, zipfile, zlib

import numpy
from PIL import Image, ImageOps
from safetensors.numpy import save

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Tests/Fixtures/Others")


def write(path, data):
    path = os.path.join(HERE, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


# MARK: Images

def pillow(mode, values, **options):
    image = Image.new(mode, (5, 4))
    image.putdata(values)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", **options)
    return buffer.getvalue()


n = range(20)
write("PNG/pillow-L.png", pillow("L", [i * 12 for i in n]))
write("PNG/pillow-1.png", pillow("1", [255 * (i % 3 == 0) for i in n]))
write("PNG/pillow-RGB.png", pillow("RGB", [(i, 2 * i, 255 - i) for i in n], optimize=True))
write("PNG/pillow-RGBA.png", pillow("RGBA", [(i, 2 * i, 255 - i, 10 * i) for i in n]))
write("PNG/pillow-LA.png", pillow("LA", [(12 * i, 10 * i) for i in n]))
write("PNG/pillow-I16.png", pillow("I;16", [i * 3000 for i in n]))
palette = Image.new("P", (5, 4))
palette.putpalette([c for i in range(20) for c in (i, 100 + i, 200 - i)])
palette.putdata(list(n))
buffer = io.BytesIO()
palette.save(buffer, "PNG", transparency=3, bits=8, dpi=(72, 72))
write("PNG/pillow-P.png", buffer.getvalue())


# MARK: Photographs, and their pixels as Pillow decodes them (.rgb)

def photo(name, picture, **options):
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", **options)
    photo_bytes(name, buffer.getvalue())


def photo_bytes(name, data):
    write(f"JPEG/{name}.jpg", data)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    write(f"JPEG/{name}.rgb", upright.convert("RGB").tobytes())


def painted(x, y):
    """Smooth, so that rounding is all that decoders may differ by; without symmetry, so that no turn goes unseen."""
    return (20 + 5 * x, 30 + 7 * y, 200 - 3 * x - 2 * y)


def turned(orientation):
    exif = Image.Exif()
    exif[0x112] = orientation
    exif[0x010F] = "A camera"
    return exif


colour = Image.new("RGB", (37, 21))
colour.putdata([painted(x, y) for y in range(21) for x in range(37)])
photo("pillow-RGB", colour)
photo("pillow-444", colour, quality=95, subsampling=0, optimize=True)
photo("pillow-422", colour, subsampling=1)
photo("pillow-progressive", colour, progressive=True)
photo("pillow-restarts", colour, restart_marker_blocks=1)
photo("pillow-rgb-stored", colour, keep_rgb=True, quality=95)
photo("pillow-L", colour.convert("L"))
photo("pillow-CMYK", colour.convert("CMYK"), quality=95)
for orientation in range(2, 9):
    photo(f"pillow-turned-{orientation}", colour, quality=60, exif=turned(orientation))


def turbojpeg(pixels, channels, pixel_format, subsampling, flags=0):
    """What Pillow does not write: arithmetic coding (by an environment variable) and YCCK."""
    library = ctypes.CDLL("libturbojpeg.so.0")
    library.tjInitCompress.restype = ctypes.c_void_p
    out, size = ctypes.POINTER(ctypes.c_ubyte)(), ctypes.c_ulong(0)
    status = library.tjCompress2(
        ctypes.c_void_p(library.tjInitCompress()), pixels, 37, 37 * channels, 21, pixel_format, ctypes.byref(out),
        ctypes.byref(size), subsampling, 90, flags)
    assert status == 0
    return bytes(out[:size.value])


inks = bytes(255 - value for value in colour.convert("CMYK").tobytes())
photo_bytes("turbojpeg-YCCK", turbojpeg(inks, 4, 11, 2))
setenv = ctypes.CDLL(None).setenv
setenv(b"TJ_ARITHMETIC", b"1", 1)
for name, flags in [("arithmetic", 0), ("arithmetic-progressive", 16384)]:
    data = turbojpeg(colour.tobytes(), 3, 0, 2, flags)
    write(f"JPEG/turbojpeg-{name}.jpg", data)
setenv(b"TJ_ARITHMETIC", b"0", 1)
# Arithmetic coding loses nothing, so the pixels are those of the same file in Huffman's code.
write("JPEG/turbojpeg-arithmetic.rgb", Image.open(io.BytesIO(turbojpeg(colour.tobytes(), 3, 0, 2))).tobytes())
write("JPEG/turbojpeg-arithmetic-progressive.rgb", Image.open(io.BytesIO(turbojpeg(colour.tobytes(), 3, 0, 2))).tobytes())


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(colour, depth, samples, interlaced, width=9, height=7):
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    lines = b""
    for x0, y0, dx, dy in passes if interlaced else [(0, 0, 1, 1)]:
        for y in range(y0, height if x0 < width else 0, dy):
            bits = "".join(
                format((x * 31 + y * 57 + c * 11) % (1 << depth), f"0{depth}b")
                for x in range(x0, width, dx) for c in range(samples))
            bits += "0" * (-len(bits) % 8)
            lines += b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    extra = chunk(b"PLTE", bytes(i % 256 for i in range(3 << depth))) if colour == 3 else b""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Title\0x") + extra
            + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


for colour, depths, samples in [(0, (1, 4, 16), 1), (2, (8, 16), 3), (3, (2, 8), 1), (4, (8, 16), 2), (6, (8, 16), 4)]:
    for depth in depths:
        for interlaced in (0, 1):
            write(f"PNG/kind-{colour}-{depth}{'-adam7' * interlaced}.png", png(colour, depth, samples, interlaced))


# MARK: IDX

images = struct.pack(">IIII", 2051, 3, 2, 2) + bytes(range(12))
labels = struct.pack(">II", 2049, 3) + bytes([7, 3, 9])
write("IDX/images", images)
write("IDX/labels", labels)


def gzipped(data, name):
    buffer = io.BytesIO()
    with gzip.GzipFile(name, "wb", 9, buffer, mtime=0) as file:
        file.write(data)
    return buffer.getvalue()


write("IDX/images.gz", gzipped(images, "train-images-idx3-ubyte"))
write("IDX/labels.gz", gzipped(labels, "train-labels-idx1-ubyte"))
# As `cat a.gz b.gz` or a parallel gzip makes them: several members one after the other.
write("IDX/images-in-two-members.gz", gzipped(images[:19], "a") + gzipped(images[19:], "b"))


# MARK: Safetensors

weights = {"w": numpy.arange(6, dtype=numpy.float32).reshape(2, 3), "n": numpy.array(5, dtype=numpy.int64),
           "half": numpy.array([0.5, -2], dtype=numpy.float16), "flags": numpy.array([True, False, True])}
write("Safetensors/library.safetensors", save(weights, metadata={"format": "pt"}))


def raw(header, data):
    return struct.pack("<Q", len(header)) + header + data


pair = struct.pack("<ff", 1, 2) + struct.pack("<q", 7)
w = '"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}'
k = '"k":{"data_offsets":[8,16],"shape":[],"dtype":"I64"}'
write("Safetensors/metadata-null.safetensors", raw(("{\"__metadata__\":null,%s,%s}" % (w, k)).encode(), pair))
write("Safetensors/padded.safetensors", raw(("{ %s ,\n\t%s }" % (w, k)).encode() + b" " * 11, pair))
write("Safetensors/unordered.safetensors", raw(("{%s,%s}" % (k, w)).encode(), pair))


# MARK: Archives

def zipped(members, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in members:
            info = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
            info.compress_type = method
            info.external_attr = ((stat.S_IFDIR | 0o755) << 16 | 16) if name.endswith("/") else (stat.S_IFREG | 0o644) << 16
            file.writestr(info, data)
    return buffer.getvalue()


files = [("set/", b""), ("set/3/", b""), ("set/3/a.txt", b"three" * 20), ("set/7 b.txt", b"seven")]
write("Archives/zipfile.zip", zipped(files))
write("Archives/zipfile-stored.zip", zipped(files[2:], zipfile.ZIP_STORED))
# Finder adds a folder of its own, and a file that remembers how windows looked.
write("Archives/macos.zip", zipped(
    files + [("set/.DS_Store", b"\0\0\0\1Bud1"), ("__MACOSX/", b""), ("__MACOSX/set/", b""), ("__MACOSX/set/3/", b""),
             ("__MACOSX/set/3/._a.txt", b"\0\5\x16\7")]))


def windows_zip():
    """Backslashes between folders, MS-DOS as the system, a name in code page 437, no folders of their own."""
    locals_, central = b"", b""
    for name, data in [(b"set\\3\\a.txt", b"three"), (b"set\\caf\x82.txt", b"coffee")]:
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0x1883, 0x5022, zlib.crc32(data), len(data), len(data), len(name), 0)
        central += (b"PK\1\2" + struct.pack("<H", 20) + fields
                    + struct.pack("<HHHII", 0, 0, 0, 32, len(locals_)) + name)
        locals_ += b"PK\3\4" + fields + name + data
    return locals_ + central + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(central), len(locals_), 0)


write("Archives/windows.zip", windows_zip())
encrypted = bytearray(zipped([("set/a.txt", b"secret, or so it says"), ("set/b.txt", b"b")]))
for mark, place in [(b"PK\3\4", 6), (b"PK\1\2", 8)]:
    encrypted[encrypted.index(mark) + place] |= 1
write("Archives/encrypted.zip", bytes(encrypted))


def tarred(form, members, pax={}):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as file:
        for name, data in members:
            info = tarfile.TarInfo(name.rstrip("/"))
            info.mtime, info.size, info.mode = 1_600_000_000.25 if pax else 1_600_000_000, len(data), 0o644
            info.pax_headers = dict(pax)
            if name.endswith("/"):
                info.type, info.mode = tarfile.DIRTYPE, 0o755
            file.addfile(info, io.BytesIO(data))
    return gzipped(buffer.getvalue(), "")


deep = "set/" + "/".join(["a rather long name of a folder"] * 6) + "/é.txt"
write("Archives/tarfile-pax.tgz", tarred(tarfile.PAX_FORMAT, files + [(deep, b"deep")]))
write("Archives/tarfile-gnu.tar.gz", tarred(tarfile.GNU_FORMAT, files + [(deep, b"deep")]))
write("Archives/tarfile-ustar.tgz", tarred(tarfile.USTAR_FORMAT, files))
# bsdtar of macOS: attributes in headers of their own, and a second file for what its file system knows besides.
bsd = {"LIBARCHIVE.xattr.com.apple.quarantine": "MDA4MTs", "SCHILY.dev": "16777220", "SCHILY.fflags": "nodump",
       "SCHILY.xattr.com.apple.provenance": "x", "atime": "1600000001.5"}
write("Archives/bsdtar.tgz", tarred(tarfile.PAX_FORMAT, [("._set", b"\0\5\x16\7")] + files + [("set/3/._a.txt", b"\0\5")], bsd))
print(sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(HERE) for f in fs), "bytes")
