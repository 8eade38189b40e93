// The questions of chapter 19, each with its answer, and with a test that is the answer in code. The module Questions
// reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.19.9 "`

import Chapter19
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct `19 Questionnaire` {}

extension `19 Questionnaire` {
    /// 19.1 · What is `glob`?
    ///
    /// A way to list files by a pattern with wildcards: `*` stands for any run of characters in a name, `?` for one
    /// character, and `**` for any number of folders, so that `**/*.png` finds every PNG file at any depth. In Python
    /// it is the function `glob` of the module of that name; `**` works in it with `recursive=True` only.
    ///
    /// - Shown by: `glob` in Chapters/19-LearnerFromScratch/01b-Patterns.swift
    /// - Shown by: `fits` in Chapters/19-LearnerFromScratch/01b-Patterns.swift
    @Test func `19.1 a pattern finds the files that fit, at any depth`() throws {
        try withFolder { folder in
            try touch("a.png", "b.txt", "one/c.png", "one/two/d.png", "one/two/e.PNG", in: folder)
            func names(_ pattern: String) throws -> [String] { try glob(pattern, in: folder).map(\.lastPathComponent) }
            #expect(try Set(names("**/*.png")) == ["a.png", "c.png", "d.png"])
            #expect(try names("*.png") == ["a.png"] && names("*/*.png") == ["c.png"])
            #expect(try names("one/**/?.png") == ["c.png", "d.png"])
        }
    }

    /// 19.2 · How do you open a picture with Python's imaging library, and how here?
    ///
    /// With `Image.open(path)`. It reads the header, and decodes the pixels when they are needed; the picture has a
    /// size and a mode, and becomes numbers with NumPy's `array` or PyTorch's `tensor`. Here `openPicture(file)` gives
    /// the pixels as bytes at once, [h, w] for a grey picture and [h, w, 3] for a coloured one: rows first, channels
    /// last.
    ///
    /// - Shown by: `openPicture` in Chapters/19-LearnerFromScratch/01d-OpeningPictures.swift
    @Test func `19.2 the pixels of a file, rows first and channels last`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "flag.png")
            try Raster(width: 3, height: 2, channels: 3, pixels: (1...18).map { UInt8($0) }).writePNG(to: file)
            let pixels = try openPicture(file)
            #expect(pixels.shape == [2, 3, 3] && pixels[1, 0].scalars == [10, 11, 12])
            #expect(try PictureHeader(of: file).width == 3 && PictureHeader(of: file).mode == .rgb)
        }
    }

    /// 19.3 · What does `L.map` do?
    ///
    /// It calls a function with every element and returns a new `L` of the results, in the same order. Swift's arrays
    /// have the same `map`, and it takes a key path in place of a function.
    ///
    /// - Shown by: `labelsAreFolders` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    @Test func `19.3 a new list of what the function gives, and the old one stays`() {
        let names = ["ox", "horse", "cat"]
        #expect(names.map { $0 + "!" } == ["ox!", "horse!", "cat!"] && names.map(\.count) == [2, 5, 3])
        #expect(names == ["ox", "horse", "cat"])
    }

    /// 19.4 · What does `Self` do?
    ///
    /// fastcore's `Self`, with a capital S, makes a function: `Self.parent.name` is a function that asks its argument
    /// for `parent`, and what comes back for `name`. It is short for `lambda o: o.parent.name`. Swift has key paths for
    /// that, `\.parent.name`, which the compiler checks.
    ///
    /// - Shown by: `labelsAreFolders` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    @Test func `19.4 a key path is a function that asks for members`() {
        let files = ["/data/train/bird/1.png", "/data/train/plane/2.png"].map { URL(filePath: $0) }
        let label: (URL) -> String = \.parent.name
        #expect(files.map(\.parent.name) == ["bird", "plane"] && files.map(label) == files.map { $0.parent.name })
        #expect(files[0][keyPath: \URL.parent.parent.name] == "train")
    }

    /// 19.5 · What is `L.val2idx`?
    ///
    /// A dictionary from each value of a list to its index. For a list of the classes it turns a label's name into its
    /// number; `labels[number]` is the way back.
    ///
    /// - Shown by: `valueToIndex` in Chapters/19-LearnerFromScratch/01c-Labels.swift
    @Test func `19.5 from a value to its index`() {
        let labels = ["tench", "church", "tench", "golf ball"].unique()
        #expect(labels == ["tench", "church", "golf ball"])
        #expect(labels.valueToIndex() == ["tench": 0, "church": 1, "golf ball": 2])
        #expect(["a", "b", "a"].valueToIndex() == ["a": 2, "b": 1])  // of equal values the last one's, as in fastcore
    }
}
