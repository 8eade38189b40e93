import Figures
import Foundation
import JPEGFormat
import PNGFormat
import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `Opening a photo` {
    @Test func `a JPEG and a PNG are told apart by what is in them`() throws {
        try withFolder { folder in
            let (a, b) = (folder.appending(path: "a.png"), folder.appending(path: "b.jpg"))
            try writeJPEG(smooth(40, 30), to: a)
            try smooth(40, 30).raster.writePNG(to: b)
            #expect(try Photo(b) == smooth(40, 30))
            #expect(try difference(Photo(a), smooth(40, 30)) < 12)
        }
    }

    @Test func `grey becomes three equal colours`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "grey.png")
            try Raster(width: 3, height: 1, pixels: [0, 77, 255]).writePNG(to: file)
            #expect(try Photo(file).pixels == [0, 0, 0, 77, 77, 77, 255, 255, 255])
        }
    }

    @Test func `transparent parts are laid on white`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "glass.png")
            let pixels: [UInt8] = [10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 51]
            try encodedPNG(pixels, width: 3, height: 1, .rgba).write(to: file)
            #expect(try Photo(file).pixels == [10, 20, 30, 255, 255, 255, 204, 204, 204])
        }
    }

    @Test(arguments: [
        "pillow-CMYK", "turbojpeg-YCCK", "pillow-L", "pillow-progressive", "pillow-turned-6", "turbojpeg-arithmetic",
    ])
    func `files of other programs are as Pillow sees them`(_ name: String) throws {
        let photo = try Photo(fixture("Others/JPEG/\(name).jpg"))
        let expected = [UInt8](try Data(contentsOf: fixture("Others/JPEG/\(name).rgb")))
        #expect(photo.size == (name == "pillow-turned-6" ? [37, 21] : [21, 37]))
        #expect(zip(photo.pixels, expected).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }

    @Test func `a large JPEG is decoded small, at least as large as asked`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "large.jpg")
            try writeJPEG(smooth(320, 240), to: file, turned: .turnedLeft)
            let opened = try file.opened()
            #expect(opened.size == [320, 240])
            #expect(try opened.photo(atLeast: [100, 70]).size == [120, 90])
            #expect(try opened.photo().size == [320, 240])
        }
    }

    @Test func `a photo in memory is its own source`() throws {
        let photo = numbered(5, 4)
        #expect(photo.opened().size == [4, 5])
        #expect(try photo.opened().photo(atLeast: 1) == photo)
        #expect(Photo(photo.raster) == photo)
        #expect(Photo(brightnesses: Tensor(photo.bytes).permuted(2, 0, 1) / 255) == photo)
        #expect(Photo(brightnesses: Tensor([[[-1]], [[.nan]], [[2]]])).pixels == [0, 0, 255])
        #expect(photo[3, 2] == Colour(3, 2, 47) && photo.bytes.shape == [4, 5, 3])
    }
}

/// A file and what is said about it.
struct BadFile: Sendable {
    let name: String
    let bytes: @Sendable () throws -> [UInt8]
    let words: String
}

let badFiles: [BadFile] = [
    BadFile(name: "empty.jpg", bytes: { [] }, words: "expected a JPEG or PNG image, found an empty file"),
    BadFile(
        name: "gif.jpg", bytes: { Array("GIF89a".utf8) },
        words: "found a GIF\n  try: convert it to JPEG or PNG, or remove it"),
    BadFile(name: "page.jpg", bytes: { Array("<!DOCTYPE html><html>".utf8) }, words: "found a web page"),
    BadFile(name: "webp.png", bytes: { Array("RIFF....WEBPVP8 ".utf8) }, words: "found a WebP image"),
    BadFile(name: "phone.jpg", bytes: { Array("\0\0\0\u{18}ftypheic".utf8) }, words: "found a HEIC image"),
    BadFile(name: "film.jpg", bytes: { Array("\0\0\0\u{18}ftypisom".utf8) }, words: "found a film"),
    BadFile(name: "notes.jpg", bytes: { Array("dear diary".utf8) }, words: "found a file that begins differently"),
    BadFile(
        name: "half.jpg", bytes: { try Array(jpegBytes().prefix(600)) },
        words: "the JPEG image ends early: its 600 bytes stop"),
    BadFile(
        name: "half.png", bytes: { try Array([UInt8](smooth(40, 30).raster.pngData()).prefix(60)) },
        words: "the PNG image ends early"),
    BadFile(name: "huge.jpg", bytes: hugeJPEG, words: "claims 60000 × 60000 pixels, more than its file can hold"),
    BadFile(name: "huge.png", bytes: hugePNG, words: "claims 1000000 × 1000000 pixels"),
]

private func jpegBytes() throws -> [UInt8] {
    [UInt8](try encodedJPEG(smooth(40, 30).pixels, width: 40, height: 30, .rgb))
}

@Sendable private func hugeJPEG() throws -> [UInt8] {
    var bytes = try jpegBytes()
    let frame = bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 }!
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0xEA, 0x60, 0xEA, 0x60])
    return bytes
}

@Sendable private func hugePNG() throws -> [UInt8] {
    var bytes = [UInt8](try smooth(40, 30).raster.pngData())
    for side in [16, 20] { bytes.replaceSubrange(side..<side + 4, with: [0, 0x0F, 0x42, 0x40]) }
    return bytes
}

@Suite struct `Files that are no photos` {
    @Test(arguments: badFiles.indices)
    func `are named, with what they are and what to do`(_ number: Int) throws {
        let bad = badFiles[number]
        try withFolder { folder in
            let file = folder.appending(path: bad.name)
            try Data(try bad.bytes()).write(to: file)
            let problem = #expect(throws: PhotoProblem.self) { try Photo(file) }
            #expect(problem?.file == file.path)
            #expect(problem?.description.contains(bad.words) == true, "\(problem?.description ?? "")")
        }
    }

    @Test func `are refused before they are read`() throws {
        try withFolder { folder in
            // A film of a terabyte: all holes.
            let film = folder.appending(path: "film.jpg")
            #expect(FileManager.default.createFile(atPath: film.path, contents: nil))
            let handle = try FileHandle(forWritingTo: film)
            try handle.truncate(atOffset: 1 << 40)
            try handle.close()
            #expect(throws: PhotoProblem.self) { try Photo(film) }
        }
    }

    @Test func `may be missing, folders, or pipes`() throws {
        try withFolder { folder in
            let (pipe, missing) = (folder.appending(path: "pipe.jpg"), folder.appending(path: "missing.jpg"))
            #expect(mkfifo(pipe.path, 0o600) == 0)
            for file in [pipe, missing, folder] {
                let problem = #expect(throws: PhotoProblem.self) { try Photo(file) }
                #expect(problem?.file == file.path)
            }
        }
    }
}

@Suite struct `A folder of files` {
    @Test func `is looked through by endings, in the order of bytes`() throws {
        try withFolder { folder in
            let inner = folder.appending(path: "Zoo")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            let hidden = folder.appending(path: ".thumbs")
            try FileManager.default.createDirectory(at: hidden, withIntermediateDirectories: true)
            for name in ["b.jpg", "a.PNG", "Zoo/c.JPEG", "d.gif", "notes.txt", ".e.jpg", ".thumbs/f.jpg", "g.jpg.part"]
            {
                try Data().write(to: folder.appending(path: name))
            }
            #expect(try photoFiles(in: folder).map(\.lastPathComponent) == ["c.JPEG", "a.PNG", "b.jpg", "d.gif"])
            #expect(try photoFiles(in: folder, deeply: false).map(\.lastPathComponent) == ["a.PNG", "b.jpg", "d.gif"])
        }
    }

    @Test func `without photos is an error that names it`() throws {
        try withFolder { folder in
            let empty = #expect(throws: PhotoProblem.self) { try photoFiles(in: folder) }
            #expect(empty?.description.contains("expected photos, found nothing") == true)
            try Data().write(to: folder.appending(path: "notes.txt"))
            let other = #expect(throws: PhotoProblem.self) { try photoFiles(in: folder) }
            #expect(other?.problem == "expected photos, found 1 other file")
            let missing = #expect(throws: PhotoProblem.self) { try photoFiles(in: folder.appending(path: "nowhere")) }
            #expect(missing?.problem == "there is no such folder")
        }
    }

    @Test func `is verified: good ones are kept in order, each bad one is named`() throws {
        try withFolder { folder in
            for bad in badFiles { try Data(try bad.bytes()).write(to: folder.appending(path: bad.name)) }
            for name in ["a.jpg", "misnamed.png", "z.jpg"] {
                try writeJPEG(smooth(64, 48), to: folder.appending(path: name))
            }
            let files = try photoFiles(in: folder)
            let verified = VerifiedPhotos(files)
            #expect(verified.readable.map(\.lastPathComponent) == ["a.jpg", "misnamed.png", "z.jpg"])
            let names = badFiles.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(verified.problems.map { URL(filePath: $0.file).lastPathComponent } == names)
            #expect(verified.description.hasPrefix("3 photos, and 11 files that cannot be read:\n  "))
            #expect(verified.description.hasSuffix("and 6 more"))
            #expect(VerifiedPhotos(verified.readable).description == "3 photos")
        }
    }
}
