// The smallest picture of this chapter, a boat of 16 × 16 pixels, in the four ways in which a PNG file may hold it.
// Files of so few bytes can be written down, in base64: 64 characters, each of which stands for six bits.

import Foundation

/// A boat on the sea, as PNG files. In the last one the sky is transparent.
enum TinyBoat {
    /// The files by the names of their modes: grey, palette, RGB, RGBA.
    static let files: [(mode: String, base64: String)] = [
        (
            "grey",
            """
            iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAVElEQVR42o2OwRGAMAgEN5lIWbSQNizJYqwMPz4II+LH+3Ds\
            3MC1k7cGCNgDOgJIBktaQZCOsW5oJMwsZXp+qRWgFQDNmx6x72262XxcDMJ9iv0GN14lDEZddEmRAAAAAElFTkSuQmCC
            """
        ),
        (
            "palette",
            """
            iVBORw0KGgoAAAANSUhEUgAAABAAAAAQBAMAAADt3eJSAAAAD1BMVEX6+vqHzuv/yAAAaZSLRRNxbkNjAAAARklEQVR42mXL\
            sQ3AIBADwAP9ALBCVsj+M4HSR5+CoBRxdbLs0q1UvS0U5W0wNxI1JZMwVlXXeW7kBoETdxzMxhXIwbf54wEBEw5IfOIZmgAA\
            AABJRU5ErkJggg==
            """
        ),
        (
            "RGB",
            """
            iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAc0lEQVR42mNsP/eagRTAAqEqfolCGB1sBPQzIatGY+PUgBUU\
            6/CTpgGXHiY0d6P5AVMPC0G/Fuvw9175SJSTsNrDRGTww/UwMZAIWLAIlWswMDBMxKb0T+cNRobMKZh6uu/UYwqWqjQyMDBg\
            10BOTA+cBgAG9hvScrfB/wAAAABJRU5ErkJggg==
            """
        ),
        (
            "RGBA",
            """
            iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAhElEQVR42mNsP/eagRLAAmNU/BL9D2N3sL1mJNYAJnTN2PgE\
            DcAHinX4/1NkACFDmLD5GVsY4DKEhZSAK9bh/9975SMjyV7A5xImcuIe2RAmBgoBC06Jco3/DAwMDBNxa/z/p/MGIyND5hSc\
            UdR9px6nzaUqjQwMDAwMeA2gSkoc/AYAAKO9KMv1lem7AAAAAElFTkSuQmCC
            """
        ),
    ]

    /// Writes the four files into a folder, which is made if need be, and returns them with their modes.
    static func write(to folder: URL) throws -> [(mode: String, file: URL)] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try files.map { mode, base64 in
            let file = folder.appending(path: "boat-\(mode.lowercased()).png")
            try (Data(base64Encoded: base64) ?? Data()).write(to: file)
            return (mode, file)
        }
    }
}
