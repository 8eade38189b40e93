// The data set of chapter 12, to the last word, and everything that the book prints of it.

import Chapter12
import Datasets
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `12 Human numbers` {
    private let tokens = HumanNumbers.tokens
    private let vocabulary = WordVocabulary(HumanNumbers.tokens)
    private var stream: [Int] { get throws { try vocabulary.numericalized(tokens) } }

    @Test func `9,998 lines in two files, without 8,000`() {
        let (training, validation) = (HumanNumbers.training, HumanNumbers.validation)
        #expect(training.count == 7_999 && validation.count == 1_999)
        #expect(
            training.prefix(2) == ["one \n", "two \n"] && training.last == "seven thousand nine hundred ninety nine \n")
        #expect(
            validation.first == "eight thousand one \n"
                && validation.last == "nine thousand nine hundred ninety nine \n")
        #expect(!(training + validation).contains("eight thousand \n"))
        #expect(training.reduce(0) { $0 + $1.utf8.count } == 280_599)
        #expect(validation.reduce(0) { $0 + $1.utf8.count } == 74_884)
    }

    @Test(arguments: [
        (1, "one"), (17, "seventeen"), (20, "twenty"), (42, "forty two"), (100, "one hundred"),
        (101, "one hundred one"),
        (340, "three hundred forty"), (1_000, "one thousand"), (8_001, "eight thousand one"),
        (9_999, "nine thousand nine hundred ninety nine"),
    ])
    func `are spelled without “and” and without hyphens`(_ number: Int, _ words: String) {
        #expect(HumanNumbers.words(number).joined(separator: " ") == words)
    }

    @Test(arguments: [0, 10_000, -1])
    func `end at 9,999`(_ number: Int) async {
        await #expect(processExitsWith: .failure) { [number = number as Int] in _ = HumanNumbers.words(number) }
    }

    @Test func `the stream begins as the book prints it`() {
        let text = tokens.joined(separator: " ")
        #expect(
            text.prefix(100)
                == "one . two . three . four . five . six . seven . eight . nine . ten . eleven . twelve . thirteen . fo"
        )
        #expect(text.utf8.count == 365_478 && tokens.count == 63_095)
    }

    @Test func `30 words in the order of the book`() throws {
        #expect(
            vocabulary.words.joined(separator: " ")
                == """
                one . two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
                """)
        #expect(try stream.prefix(10) == [0, 1, 2, 1, 3, 1, 4, 1, 5, 1])
        #expect(vocabulary.words.indices.allSatisfy { vocabulary.index[vocabulary.words[$0]] == $0 })
        #expect(vocabulary.words(of: try stream) == tokens)
        let error = #expect(throws: UnknownWord.self) { try vocabulary.numericalized(["one", "zero"]) }
        #expect(error?.word == "zero")
    }

    @Test func `how often each word comes`() {
        let counts = Dictionary(grouping: tokens, by: { $0 }).mapValues(\.count)
        #expect(counts["."] == 9_997 && counts["hundred"] == 9_000 && counts["thousand"] == 8_999)
        for word in vocabulary.words.filter({ ![".", "hundred", "thousand"].contains($0) }) {
            let number = vocabulary.index[word]!
            #expect(
                counts[word] == (word == "eight" ? 2_899 : number < 10 ? 2_900 : number < 20 ? 100 : 1_000), "\(word)")
        }
    }

    @Test func `the ten first samples`() throws {
        let samples = threeWordSamples(try stream)
        #expect(samples.count == 21_031)
        #expect(
            samples.prefix(10).map { $0.words + [$0.next] } == [
                [0, 1, 2, 1], [1, 3, 1, 4], [4, 1, 5, 1], [1, 6, 1, 7], [7, 1, 8, 1], [1, 9, 1, 10], [10, 1, 11, 1],
                [1, 12, 1, 13], [13, 1, 14, 1], [1, 15, 1, 16],
            ])
    }

    @Test func `four fifths are for training, in order`() throws {
        let batches = batchesInOrder(threeWordSamples(try stream))
        #expect(batches.train.itemCount == 16_824 && batches.valid.itemCount == 4_207)
        #expect(batches.train.count == 262 && batches.valid.count == 66)
        #expect(batches.valid.first!.0[0].scalars.map { vocabulary.words[$0] } == [".", "eight", "thousand"])
        #expect(vocabulary.words[batches.valid.first!.1[0].item] == "eighty")
    }

    @Test func `“thousand” comes next most often, by one`() throws {
        let next = threeWordSamples(try stream)[16_824...].map { vocabulary.words[$0.next] }
        let counts = Dictionary(grouping: next, by: { $0 }).mapValues(\.count)
        #expect(counts["thousand"] == 638 && counts["."] == 637 && counts["hundred"] == 600)
        #expect(Double(638) / Double(4_207) == 0.15165200855716662)
    }

    @Test func `every accuracy that the book prints is a count of validation samples`() {
        for (accuracy, total) in [
            (0.467554, 4_207), (0.494414, 4_207), (0.470406, 4_207), (0.588942, 65 * 64), (0.516587, 65 * 64),
            (0.640055, 12 * 64 * 16), (0.212565, 12 * 64 * 16),
        ] {
            let count = (accuracy * Double(total)).rounded()
            #expect(abs(count / Double(total) - accuracy) < 6e-7, "\(accuracy)")
        }
    }

    @Test func `grouped rows and where they begin`() throws {
        let samples = threeWordSamples(try stream)
        #expect(samples.count / 64 == 328)
        let batches = groupedBatches(samples)
        #expect(batches.train.count == 262 && batches.valid.count == 65)
        let first = Array(batches.train.prefix(2))
        func row(_ batch: Int, _ row: Int) -> String {
            (first[batch].0[row].scalars + [first[batch].1[row].item]).map { vocabulary.words[$0] }
                .joined(separator: " ")
        }
        #expect(row(0, 0) == "one . two ." && row(0, 1) == "eleven . two hundred")
        #expect(row(0, 2) == "seventy seven . three")
        #expect(row(1, 0) == ". three . four" && row(1, 1) == "hundred twelve . two")
    }

    @Test func `sequences of 16`() throws {
        let samples = sequenceSamples(try stream, length: 16)
        #expect(samples.count == 3_943)
        let first = samples[0]
        #expect(
            vocabulary.words(of: first.words).joined(separator: " ")
                == "one . two . three . four . five . six . seven . eight .")
        #expect(
            vocabulary.words(of: first.next).joined(separator: " ")
                == ". two . three . four . five . six . seven . eight . nine")
        #expect(samples.allSatisfy { $0.words.dropFirst() == $0.next.dropLast() })
    }

    @Test func `what counting reaches`() throws {
        let samples = threeWordSamples(try stream)
        let (training, validation) = (samples[..<16_824], samples[16_824...])
        let right = (1...3).map { context in
            countRight(countedNext(training, context: context), context: context, validation)
        }
        #expect(right == [648, 1_295, 778])
        let best = countRight(countedNext(validation, context: 3), context: 3, validation)
        #expect(abs(Double(best) / 4_207 - 0.5864) < 5e-5)
    }
}
