// Files, labels and pictures: sections 19.1 and 19.2.

import Chapter19
import Common
import Datasets
import Figures
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `19.1 Files` {
    @Test(arguments: Seeds.all)
    func `walk and glob find the same files in any tree`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try withFolder { folder in
            for _ in 0..<60 {
                let depth = Int.random(in: 0...3, using: &random)
                let parts = (0..<depth).map { _ in ["a", "b", "c.png"].randomElement(using: &random)! }
                let name = ["1.png", "2.png", "3.txt", ".hidden.png"].randomElement(using: &random)!
                // A name may be that of a folder already, and the other way round.
                try? touch((parts + [name]).joined(separator: "/"), in: folder)
            }
            let walked = try walk(folder)
            let globbed = try glob("**/*.png", in: folder).filter { !isFolder($0) }
            #expect(walked.count > 5 && walked.count == Set(walked).count)
            #expect(Set(walked.map(\.path)) == Set(globbed.map(\.path)))
        }
    }

    @Test func `walk takes extensions in any case, sorts, and leaves out what is hidden`() throws {
        try withFolder { folder in
            try touch("b/2.PNG", "a/10.png", "a/9.png", "a/x.jpg", "c.png/1.txt", ".h/1.png", in: folder)
            #expect(try walk(folder).map { $0.tail(2) } == ["a/10.png", "a/9.png", "b/2.PNG"])
            #expect(try walk(folder, extensions: ["jpg"]).map(\.name) == ["x.jpg"])
        }
    }

    @Test func `walk does not follow a link into a circle`() throws {
        try withFolder { folder in
            try touch("a/1.png", in: folder)
            let link = folder.appending(path: "a/again")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
            #expect(try walk(folder).map { $0.tail(2) } == ["a/1.png"])
            #expect(try glob("**/*.png", in: folder).map { $0.tail(2) } == ["a/1.png"])
        }
    }

    @Test func `a folder that is not there is named`() throws {
        let missing = URL(filePath: "/no/such/folder")
        for list in [{ try walk(missing) }, { try glob("**/*.png", in: missing) }] as [() throws -> [URL]] {
            let error = #expect(throws: DatasetError.self) { try list() }
            #expect(error?.subject == "/no/such/folder")
        }
    }

    @Test(
        arguments: [
            ("abc", "abc", true), ("abc", "ab", false), ("ab", "abc", false), ("", "", true), ("", "*", true),
            ("", "?", false), ("abc", "a*", true), ("abc", "*c", true), ("abc", "*b", false), ("abc", "a?c", true),
            ("ac", "a?c", false), ("aXbXc", "a*X*c", true), ("a.png", "*.PNG", false), ("**", "??", true),
            ("abab", "*ab", true), ("aab", "a*ab", true), ("abcb", "a*b?b", true), ("abb", "a*b?b", false),
            ("a", "a**", true),
        ] as [(Substring, Substring, Bool)])
    func `names fit patterns`(_ name: Substring, _ pattern: Substring, _ expected: Bool) {
        #expect(fits(name, pattern) == expected)
    }

    @Test(arguments: Seeds.all)
    func `the last star is the only one to be tried again`(_ seed: UInt64) {
        /// The definition: a star stands for nothing more, or swallows a character and stays.
        func defined(_ name: Substring, _ pattern: Substring) -> Bool {
            guard let sign = pattern.first else { return name.isEmpty }
            if sign == "*" {
                return defined(name, pattern.dropFirst()) || !name.isEmpty && defined(name.dropFirst(), pattern)
            }
            return !name.isEmpty && (sign == "?" || sign == name.first)
                && defined(name.dropFirst(), pattern.dropFirst())
        }
        var random = SplitMix64(seed: seed)
        func word(_ letters: String, upTo length: Int) -> Substring {
            Substring(
                (0..<Int.random(in: 0...length, using: &random)).map { _ in letters.randomElement(using: &random)! })
        }
        for _ in 0..<300 {
            let (name, pattern) = (word("ab", upTo: 8), word("ab*?", upTo: 7))
            #expect(fits(name, pattern) == defined(name, pattern), "\(name) and \(pattern)")
        }
        // By the definition, this one would not end in our lifetime.
        #expect(
            !fits(Substring(String(repeating: "a", count: 300)), Substring(String(repeating: "*a", count: 40) + "b")))
    }

    @Test func `two stars at the end are all that is below`() throws {
        try withFolder { folder in
            try touch("a/1.png", "a/b/2.txt", in: folder)
            #expect(
                try Set(glob("**", in: folder).map { $0.tail(2) }.map { $0.split(separator: "/").last }) == [
                    "a", "1.png", "b", "2.txt",
                ])
            #expect(try glob("a/**", in: folder).map(\.name).sorted() == ["1.png", "2.txt", "b"])
            #expect(try glob("**/a", in: folder).map(\.name) == ["a"])
        }
    }
}

@Suite struct `19.1 Pictures` {
    @Test(arguments: [
        ("pillow-L", PictureHeader.Mode.grey), ("pillow-LA", .greyAlpha), ("pillow-P", .palette),
        ("pillow-RGB", .rgb), ("pillow-RGBA", .rgba), ("kind-3-2-adam7", .palette), ("kind-0-16", .grey),
    ])
    func `a header says the mode and the size`(_ name: String, _ mode: PictureHeader.Mode) throws {
        let file = fixture("Others/PNG/\(name).png")
        let header = try PictureHeader(of: file)
        #expect(header.mode == mode)
        #expect(try openAsRGB(file).shape == [header.height, header.width, 3])
    }

    @Test(arguments: [Data(), Data("PNG".utf8), Data(repeating: 7, count: 100)])
    func `a file that is no picture is named`(_ bytes: Data) throws {
        try withFolder { folder in
            let file = folder.appending(path: "odd.png")
            try bytes.write(to: file)
            for open in [
                { _ = try PictureHeader(of: file) }, { _ = try openPicture(file) }, { _ = try openAsRGB(file) },
            ]
                as [() throws -> Void]
            {
                let error = #expect(throws: DatasetError.self) { try open() }
                #expect(error?.subject == file.path)
            }
        }
    }

    @Test func `a picture shrinks to the means of its blocks, and grows by repeating`() {
        // Halved: as PyTorch's interpolate(size=2, mode='area').
        let x = Tensor.arange(16).reshaped(4, 4, 1)
        #expect(resized(x, to: 2).scalars == [2.5, 4.5, 10.5, 12.5])
        #expect(resized(x, to: 4).scalars == x.scalars)
        let grown = resized(x, to: 8)
        let repeated = Raster(width: 4, height: 4, pixels: (0..<16).map { UInt8($0) }).resized(width: 8, height: 8)
        #expect(grown.scalars == repeated.pixels.map { Float($0) })
    }

    @Test(arguments: [(3, 5), (64, 213), (64, 32), (7, 7), (5, 3), (1, 9)])
    func `every new pixel is a mean, and every old one counts the same`(_ new: Int, _ old: Int) {
        let shares = overlaps(new, old)
        expectClose(shares.sum(axis: 1), .ones(new), absolute: 1e-4)
        expectClose(shares.sum(axis: 0), .full(Float(new) / Float(old), [old]), absolute: 1e-4)
        #expect(shares.min().item >= 0)
    }

    @Test func `a dataset gives numbers from 0 to 1, and the number of the folder's name`() throws {
        try withFolder { folder in
            let files = try writePictures(["ant", "bee"], each: 3, in: folder)
            let set = PictureDataset(files, labels: ["bee", "ant"], size: 4)
            #expect(set.count == 6)
            let (x, y) = try set[4]
            #expect(x.shape == [4, 4, 3] && y == 0)
            expectClose(x[2, 3], Tensor([1.0 / 255, 1.0 / 255, 1]))
            #expect(try set[0].y == 1)
            let odd = PictureDataset(files, labels: ["bee"])
            let error = #expect(throws: DatasetError.self) { try odd[0] }
            #expect(error?.subject == files[0].path)
        }
    }

    @Test func `collate stacks, and names the item that is unlike the others`() throws {
        let batch = try collate([3, 1], Numbers(count: 5))
        #expect(batch.x.scalars == [3, 0.5, 1, 0.5] && batch.x.shape == [2, 2] && batch.y == [3, 1])
        let error = #expect(throws: DatasetError.self) {
            try collate([0, 2, 1], Mixed(sides: [8, 9, 8], isGrey: [false, false, false]))
        }
        #expect(error?.subject == "item 1" && error?.problem.contains("[9, 9, 3]") == true)
    }

    @Test func `normalizing is PyTorch's, and can be undone`() {
        let x = Tensor.arange(24).reshaped(2, 2, 2, 3)
        let normalize = Normalize(to: x)
        expectClose(normalize.mean, Tensor([10.5, 11.5, 12.5]))
        expectClose(normalize.std, .full(7.348469257, [3]))
        let prepared = PrepareInputs(normalize)(x)
        #expect(prepared.shape == [2, 3, 2, 2])
        for channel in 0..<3 {
            expectClose(
                prepared[0, channel].flattened(), Tensor([-1.428869009, -1.020620704, -0.612372458, -0.204124138]))
        }
        expectClose(normalize.undone(normalize(x)), x, absolute: 1e-5)
    }

    @Test func `a channel that is the same everywhere becomes 0, but for rounding`() {
        let x = Tensor.stack([Tensor.full(0.3, [2, 4, 4]), Tensor.arange(32).reshaped(2, 4, 4)], axis: 3)
        let normalize = Normalize(to: x)
        let y = normalize(x)
        #expect(y[0..., 0..., 0..., 0].abs().max().item < 0.01 && y[0..., 0..., 0..., 1].std().item > 0.9)
        expectClose(normalize.undone(y), x, absolute: 1e-5)
    }
}
