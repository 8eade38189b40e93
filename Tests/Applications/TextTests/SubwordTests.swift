// Pieces of words: learned, cut, put together again, written and read.

import Foundation
import TestSupport
import Testing

@testable import Text

private let corpus = (0..<40).flatMap { _ in
    [
        "the player plays", "the players played the game", "a gamer is playing games", "she displayed the display",
        "xxbos lower lowest",
    ]
}

@Suite struct `The subword tokenizer` {
    @Test func `learns parts that occur often`() {
        let small = SubwordTokenizer(training: corpus, size: 35), large = SubwordTokenizer(training: corpus, size: 60)
        #expect(small.pieces.count == 26 && large.pieces.count <= 51)
        #expect(large.pieces.contains { $0.hasSuffix("play") }, "\(large.pieces)")
        #expect(
            large("the players").count < small("the players").count, "\(large("the players")), \(small("the players"))")
        #expect(!large.pieces.contains { $0.contains("xx") }, "special tokens are no text")
    }

    @Test func `keeps special tokens whole`() {
        let tokenizer = SubwordTokenizer(training: corpus, size: 40)
        #expect(tokenizer("xxbos xxmaj the").prefix(2) == ["xxbos", "xxmaj"])
        #expect(tokenizer.decode(tokenizer("xxbos a  xxup b")) == "xxbos a  xxup b")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `gives back exactly what was cut`(_ seed: UInt64) {
        let tokenizer = SubwordTokenizer(training: corpus.prefix(10), size: 40)
        let text = `The word tokenizer`.anyText(seed: seed)
        #expect(tokenizer.decode(tokenizer(text)) == text, "seed \(seed)")
    }

    @Test func `needs no spaces`() {
        let genome = (0..<50).map { _ in "GATTACAGATTACACCGGATTACA" }
        let tokenizer = SubwordTokenizer(training: genome, size: 20)
        #expect(tokenizer(genome[0]).count < 12)
        #expect(tokenizer.pieces.contains { $0.contains("GATTACA") }, "\(tokenizer.pieces)")
    }

    @Test func `takes the most probable way`() {
        let log = { (p: Double) in Float(Foundation.log(p)) }
        let tokenizer = SubwordTokenizer(
            pieces: ["▁", "a", "b", "ab", "▁a"], scores: [0.1, 0.2, 0.2, 0.3, 0.2].map(log))
        // ▁·ab has 0.03, ▁a·b has 0.04, ▁·a·b has 0.004.
        #expect(tokenizer("ab") == ["▁a", "b"])
        #expect(tokenizer("ac") == ["▁a", "c"], "a sign that was never seen is a token of its own")
    }

    @Test func `is written and read, and damage is refused`() throws {
        let tokenizer = SubwordTokenizer(training: corpus, size: 40)
        try withFolder { folder in
            let file = folder.appending(path: "pieces.json")
            try tokenizer.write(to: file)
            #expect(try SubwordTokenizer(reading: file) == tokenizer)
            let damaged = [
                "{", "[]", #"{"format":"subwords","version":2,"pieces":["a"],"scores":[-1]}"#,
                #"{"format":"subwords","version":1,"pieces":["a","a"],"scores":[-1,-1]}"#,
                #"{"format":"subwords","version":1,"pieces":["a"],"scores":[1]}"#,
                #"{"format":"subwords","version":1,"pieces":["a"],"scores":[]}"#,
            ]
            for text in damaged {
                try Data(text.utf8).write(to: file)
                #expect(throws: TextProblem.self, "\(text)") { try SubwordTokenizer(reading: file) }
            }
            #expect(throws: TextProblem.self) { try SubwordTokenizer(reading: folder) }
        }
    }
}
