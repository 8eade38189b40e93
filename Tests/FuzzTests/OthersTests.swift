// What must be read from files that other programs wrote: Pillow, Python's gzip, zipfile, tarfile and safetensors, and,
// made byte by byte, the archives of macOS and Windows. `Tools/others_fixtures.py` writes them all.

import Foundation
import Safetensors
import TestSupport
import Testing

@testable import Datasets

@Suite struct `Images that Pillow wrote` {
    private func read(_ name: String, _ channels: Channels = .grey) throws -> [UInt8] {
        let image = try readImages([fixture("Others/PNG/pillow-\(name).png")], channels: channels)
        #expect(image.shape == [1, 4, 5] + (channels == .rgb ? [3] : []))
        return image.scalars
    }

    @Test func `are grey`() throws {
        #expect(try read("L") == (0..<20).map { $0 * 12 })
        #expect(try read("LA") == (0..<20).map { $0 * 12 })
        #expect(try read("1") == (0..<20).map { $0 % 3 == 0 ? 255 : 0 })
        #expect(try read("I16") == (0..<20).map { UInt8((Double($0) * 3000 / 257).rounded()) })
    }

    @Test func `are in colour`() throws {
        let colours: [UInt8] = (0..<20).flatMap { [$0, 2 * $0, 255 - $0] }
        #expect(try read("RGB", .rgb) == colours)
        #expect(try read("RGBA", .rgb) == colours)
        #expect(try read("P", .rgb) == (0..<20).flatMap { [$0, 100 + $0, 200 - $0] })
    }
}

@Suite struct `IDX files that Python wrote` {
    @Test(arguments: ["images", "images.gz", "images-in-two-members.gz"])
    func `hold images`(_ name: String) throws {
        let images = try IDX.readImages(fixture("Others/IDX/\(name)"))
        #expect(images.shape == [3, 2, 2])
        #expect(images.scalars == Array(0..<12))
    }

    @Test(arguments: ["labels", "labels.gz"])
    func `hold labels`(_ name: String) throws {
        #expect(try IDX.readLabels(fixture("Others/IDX/\(name)")) == [7, 3, 9])
    }
}

@Suite struct `Safetensors that others wrote` {
    @Test func `come from the Python library`() throws {
        let file = try SafetensorsFile(reading: fixture("Others/Safetensors/library.safetensors"))
        #expect(file.metadata == ["format": "pt"])
        #expect(try file.tensor("w").shape == [2, 3])
        #expect(try file.tensor("w").scalars == [0, 1, 2, 3, 4, 5])
        #expect(try file.tensor("half").scalars == [0.5, -2])
        #expect(try file.ints("n").scalars == [5])
        #expect(try file.bools("flags").scalars == [true, false, true])
    }

    @Test(arguments: ["metadata-null", "padded", "unordered"])
    func `have headers that the reference accepts`(_ name: String) throws {
        let file = try SafetensorsFile(reading: fixture("Others/Safetensors/\(name).safetensors"))
        #expect(file.metadata.isEmpty)
        #expect(try file.tensor("w").scalars == [1, 2])
        #expect(try file.ints("k").shape == [])
        #expect(try file.ints("k").scalars == [7])
    }
}

@Suite struct `Archives that others packed` {
    /// The files of an archive, by their paths.
    private func unpacked(_ name: String, look: (URL) throws -> Void = { _ in }) throws -> [String: String] {
        try withFolder { folder in
            let target = folder.appending(path: "out")
            try Archive(url: fixture("Others/Archives/\(name)")).unpack(to: target)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
            try look(target)
            let paths = FileManager.default.enumerator(atPath: target.path)?.compactMap { $0 as? String } ?? []
            let files = paths.compactMap { path in
                (try? Data(contentsOf: target.appending(path: path))).map {
                    (path, String(decoding: $0, as: UTF8.self))
                }
            }
            return Dictionary(uniqueKeysWithValues: files)
        }
    }

    private let three = String(repeating: "three", count: 20)

    @Test(arguments: ["zipfile.zip", "zipfile-stored.zip", "tarfile-ustar.tgz"])
    func `by Python are unpacked`(_ name: String) throws {
        #expect(try unpacked(name) == ["3/a.txt": three, "7 b.txt": "seven"])
    }

    @Test(arguments: ["tarfile-pax.tgz", "tarfile-gnu.tar.gz"])
    func `may have names longer than a tar header`(_ name: String) throws {
        let deep = Array(repeating: "a rather long name of a folder", count: 6).joined(separator: "/") + "/é.txt"
        #expect(try unpacked(name) == ["3/a.txt": three, "7 b.txt": "seven", deep: "deep"])
    }

    @Test func `by macOS come without what Finder adds beside the folder`() throws {
        let files = try unpacked("macos.zip")
        #expect(files["3/a.txt"] == three)
        #expect(files["7 b.txt"] == "seven")
        #expect(files.keys.allSatisfy { !$0.contains("__MACOSX") })
    }

    @Test func `by the tar of macOS have attributes in headers of their own`() throws {
        let files = try unpacked("bsdtar.tgz")
        #expect(files["3/a.txt"] == three)
        #expect(files["7 b.txt"] == "seven")
    }

    @Test func `by Windows have backslashes and names in its code page`() throws {
        // Whether the name in the code page can be expressed depends on the machine; the file is there.
        let files = try unpacked("windows.zip") { target in
            let names = try readDirectory(target.path).map(\.name)
            #expect(names.count == 2)
            #expect(names.contains { $0.hasPrefix("caf") && $0.hasSuffix(".txt") })
        }
        #expect(files["3/a.txt"] == "three")
    }

    @Test func `with a password are refused, and nobody is asked for one`() throws {
        let error = #expect(throws: DatasetError.self) { try unpacked("encrypted.zip") }
        #expect(error?.description.contains("encrypted.zip") == true)
        #expect(error?.problem.contains("password") == true, "\(error?.problem ?? "")")
    }
}
