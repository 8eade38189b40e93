// Vocabularies, folders of texts, and tokens that are kept in a file.

import Datasets
import Foundation
import TestSupport
import Testing

@testable import Text

@Suite struct `A vocabulary` {
    private let texts = TokenizedTexts([
        ["xxbos", "b", "a", "a", "c"], ["xxbos", "a", "b", "b", "d"], ["xxbos", "c", "c", "a", "e"],
    ])

    @Test func `begins with special tokens, and goes on by frequency`() {
        let vocabulary = TokenVocabulary(of: texts)
        #expect(
            vocabulary.tokens == [
                "xxunk", "xxpad", "xxbos", "xxeos", "xxfld", "xxrep", "xxwrep", "xxup", "xxmaj", "a", "b", "c",
                "xxfake",
                "xxfake", "xxfake", "xxfake",
            ])
        #expect(SpecialToken.allCases.allSatisfy { vocabulary[$0.rawValue] == $0.id })
        #expect(vocabulary["d"] == nil && vocabulary["xxfake"] == nil)
    }

    @Test func `has limits`() {
        #expect(TokenVocabulary(of: texts, maximum: 10, multiple: 1).tokens.suffix(1) == ["a"])
        #expect(TokenVocabulary(of: texts, minFrequency: 1, multiple: 1).count == 14)
        #expect(
            TokenVocabulary(of: texts, minFrequency: 1, maximum: 16, multiple: 8).count == 16, "14 tokens, filled up")
        #expect(
            TokenVocabulary(of: texts, minFrequency: 3, maximum: 8, multiple: 3).count == 9, "special ones always fit")
    }

    @Test func `numbers texts, and says which tokens they were`() {
        let vocabulary = TokenVocabulary(of: texts), numbers = vocabulary.numbered(texts)
        #expect(numbers[1] == [2, 9, 10, 10, 0] && vocabulary(["a", "zebra"]) == [9, 0])
        #expect(vocabulary.decode(numbers[1]) == ["xxbos", "a", "b", "b", "xxunk"])
        #expect(numbers.unknownShare == 2 / 15.0)
        #expect(vocabulary.decode([15, 99, -1, 9]) == ["a"], "fillers are no tokens")
        #expect(numbers.backwards[1] == [0, 10, 10, 9, 2])
        #expect(Array(numbers.at([2])) == [numbers[2]])
        let two = numbers.at([2, 0])
        #expect(Array(two) == [numbers[2], numbers[0]] && two.lengths == [numbers[2].count, numbers[0].count])
    }
}

@Suite struct `Files with texts` {
    @Test func `are no pictures, and no texts in another encoding`() throws {
        try withFolder { folder in
            let picture = try [UInt8](Data(contentsOf: fixture("Others/PNG/pillow-RGB.png")))
            try write(
                ["a.txt": picture, "b.txt": Array(repeating: 0xE9, count: 9), "c.txt": Array(repeating: 0, count: 9)],
                to: folder)
            for name in ["a.txt", "b.txt", "c.txt"] {
                let problem = try #require(throws: TextProblem.self) { try TextFile(folder.appending(path: name)) }
                #expect(problem.description.contains("\(name): this is no text in UTF-8"))
            }
            try write(
                ["d.txt": Array("Il a été là, près du café, où".unicodeScalars.map { UInt8($0.value) })], to: folder)
            #expect(try TextFile(folder.appending(path: "d.txt")).repairs == 6, "a few letters are worth repairing")
        }
    }

    @Test func `are found by way of a linked folder`() throws {
        try withFolder { folder in
            try write(["disk/train/pos/1.txt": [65]], to: folder)
            #expect(symlink("disk", folder.appending(path: "imdb").path) == 0)
            let files = try textFiles(in: folder.appending(path: "imdb"), folders: ["train"])
            #expect(files.map(\.lastPathComponent) == ["1.txt"])
        }
    }

    @Test func `are found in order, in the folders asked for`() throws {
        try withFolder { folder in
            try write(
                [
                    "train/pos/2_9.txt": [65], "train/neg/1_1.TXT": [66], "unsup/3.txt": [67], "train/a.csv": [],
                    "train/.b.txt": [],
                ],
                to: folder)
            #expect(try textFiles(in: folder).map(\.lastPathComponent) == ["1_1.TXT", "2_9.txt", "3.txt"])
            let train = try textFiles(in: folder, folders: ["train"])
            #expect(try folderLabels(of: train, classes: ["neg", "pos"]) == ["neg", "pos"])
            let missing = try #require(throws: TextProblem.self) { try textFiles(in: folder, folders: ["test"]) }
            #expect(missing.description.contains("test") && missing.description.contains("train, unsup"))
            #expect(throws: TextProblem.self) { try textFiles(in: folder.appending(path: "nowhere")) }
            let unlabelled = try #require(throws: TextProblem.self) {
                try folderLabels(of: train, classes: ["pos", "mixed"])
            }
            #expect(unlabelled.file.hasSuffix("train/mixed"), "\(unlabelled)")
        }
    }

    @Test func `are read whatever is in them, and reported`() throws {
        try withFolder { folder in
            try write(
                [
                    "1.txt": Array("é".utf8), "2.txt": [0x61, 0xFF, 0xE9, 0x62], "3.txt": [],
                    "4.txt": [0xEF, 0xBB, 0xBF, 0x63],
                    "5.txt": [0xFF, 0xFE, 0x64, 0], "6.txt": [0, 1, 0x65, 0x7F], "7.txt": Array("\u{FFFD}f".utf8),
                ], to: folder)
            let files = try textFiles(in: folder)
            let read = try Tokenizer(rules: []).tokenized(files: files)
            #expect(
                read.texts[0] == ["é"] && read.texts[1] == ["a�", "�b"] || read.texts[1] == ["a", "�", "�", "b"]
                    || read.texts[1].joined() == "a��b")
            #expect(read.texts[2] == [] && read.texts[3] == ["c"] && read.texts[4] == ["d"])
            #expect(read.texts[5].joined() == "\u{0}\u{1}e\u{7F}")
            #expect(read.repaired.map(\.file) == [files[1].path] && read.repaired[0].problem.hasPrefix("2 places"))
            #expect(read.empty == [files[2]])
            #expect(try TextFile(files[6]).repairs == 0, "a � of its own is no repair")
            #expect(throws: TextProblem.self) {
                try Tokenizer().tokenized(files: files + [folder.appending(path: "8.txt")])
            }
        }
    }
}

@Suite struct `Tokens in a file` {
    @Test func `are not used for other pieces of words`() throws {
        try withFolder { folder in
            let (cache, file) = (folder.appending(path: "tokens.safetensors"), folder.appending(path: "1.txt"))
            try Data("abab abab".utf8).write(to: file)
            let whole = try Tokenizer(SubwordTokenizer(training: ["abab", "abab abab"], size: 24), rules: [])
            let single = try Tokenizer(SubwordTokenizer(training: ["a b", "b a"], size: 24), rules: [])
            let first = try whole.tokenized(files: [file], cache: cache).texts
            let second = try single.tokenized(files: [file], cache: cache).texts
            #expect(first[0] == whole("abab abab"))
            #expect(second[0] == single("abab abab"))
            #expect(first[0] != second[0])
        }
    }

    @Test func `are used until a text changes`() throws {
        try withFolder { folder in
            let cache = folder.appending(path: "tokens.safetensors")
            let files = (0..<3).map { folder.appending(path: "\($0).txt") }
            for (number, file) in files.enumerated() { try Data("Text no. \(number)".utf8).write(to: file) }
            let tokenizer = Tokenizer()
            let first = try tokenizer.tokenized(files: files, cache: cache).texts
            let written = try Data(contentsOf: cache)
            #expect(first[2] == ["xxbos", "xxmaj", "text", "no", ".", "2"])
            #expect(try tokenizer.tokenized(files: files, cache: cache).texts == first)
            #expect(try TokenizedTexts(reading: cache) == first)
            #expect(try Data(contentsOf: cache) == written)
            try Data("Another text".utf8).write(to: files[2])
            func text(_ tokenizer: Tokenizer, _ files: [URL]) throws -> [String]? {
                try tokenizer.tokenized(files: files, cache: cache).texts.last
            }
            #expect(try text(tokenizer, files) == ["xxbos", "xxmaj", "another", "text"])
            #expect(try text(Tokenizer(rules: []), files) == ["Another", "text"])
            #expect(try text(tokenizer, Array(files.prefix(1))) == first[0])
        }
    }

    @Test func `come with what was repaired, the second time as well`() throws {
        try withFolder { folder in
            let cache = folder.appending(path: "tokens.safetensors")
            let files = ["good", "broken", "empty"].map { folder.appending(path: "\($0).txt") }
            let texts: [Data] = [Data("Good.".utf8), Data("caf".utf8 + [0xE9, 0x20, 0xFF]), Data(" ".utf8)]
            for (file, text) in zip(files, texts) { try text.write(to: file) }
            let first = try Tokenizer().tokenized(files: files, cache: cache)
            #expect(first.repaired.map(\.file) == [files[1].path] && first.repaired[0].problem.hasPrefix("2 places"))
            #expect(first.empty == [files[2]])
            let again = try Tokenizer().tokenized(files: files, cache: cache)
            #expect(again.repaired == first.repaired && again.empty == first.empty && again.texts == first.texts)
            // A file of tokens that says nothing of it is not relied on.
            try first.texts.write(to: cache, origin: Tokenizer().origin(of: files))
            #expect(try Tokenizer().tokenized(files: files, cache: cache).repaired == first.repaired)
        }
    }

    @Test func `are made again where the file is damaged`() throws {
        try withFolder { folder in
            let (cache, file) = (folder.appending(path: "tokens"), folder.appending(path: "1.txt"))
            try Data("Some text".utf8).write(to: file)
            let texts = try Tokenizer().tokenized(files: [file], cache: cache).texts
            let whole = try Data(contentsOf: cache)
            for damaged in [whole.prefix(20), whole.dropLast(), Data()] {
                try Data(damaged).write(to: cache)
                #expect(throws: TextProblem.self) { try TokenizedTexts(reading: cache) }
                #expect(try Tokenizer().tokenized(files: [file], cache: cache).texts == texts)
            }
        }
    }
}

@Suite struct `WikiText` {
    @Test func `is cut into articles`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "wiki.tokens")
            let text =
                " \n = First = \n \n One two . \n = = Part = = \n Three . \n \n = Second one = \n Four , <unk> @-@ five . \n"
            try Data(text.utf8).write(to: file)
            let articles = try wikiArticles(file)
            #expect(
                articles == [
                    " = First = \n One two . \n = = Part = = \n Three . ",
                    " = Second one = \n Four , <unk> @-@ five . ",
                ])
            #expect(
                Tokenizer()(articles[1]).suffix(6) == ["four", ",", "xxunk", "-", "five", "."]
                    || Tokenizer()(articles[1]).contains("xxunk"))
            try Data(" \n".utf8).write(to: file)
            #expect(throws: TextProblem.self) { try wikiArticles(file) }
        }
    }
}

/// The real reviews, where they are on this machine.
private let imdb = try? DataLocator().find(["imdb_subset"]).found?.folder

@Suite(.enabled(if: imdb != nil, "imdb_subset is not on this machine")) struct `Real reviews` {
    @Test func `have as many tokens as they had`() throws {
        let files = try textFiles(in: try #require(imdb), folders: ["train"])
        #expect(files.count == 5000)
        let read = try Tokenizer().tokenized(files: files)
        #expect(read.texts.tokenCount == 1_502_317 && read.repaired.isEmpty && read.empty.isEmpty)
        #expect(
            Array(read.texts[0].prefix(9)) == [
                "xxbos", "\"", "it", "appears", "that", "many", "critics", "find", "the",
            ])
        let vocabulary = TokenVocabulary(of: read.texts)
        #expect(vocabulary.count % 8 == 0 && vocabulary.tokens.dropFirst(9).first == "the")
        #expect(vocabulary.numbered(read.texts).unknownShare < 0.03)
    }
}
