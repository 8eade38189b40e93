// The chapter from beginning to end, on generated digits.

import Chapter04
import Datasets
import Foundation
import Notebook
import Testing

@Suite(.wholeChapter) struct `Chapter 4 on generated digits` {
    let whole: Run

    init() throws { whole = try #require(WholeChapter.run) }

    @Test func `it has the book's 17 sections, and each shows something`() {
        #expect(DigitClassifier.sections.count == 17)
        #expect(Set(whole.outputs.map(\.section)) == Set(1...17))
    }

    /// Alone or in company, once or twice: the same seed gives the same numbers, to the last bit.
    @Test(arguments: 1...17) func `every section runs alone, with the same numbers`(_ section: Int) throws {
        let alone = try Run.capture(DigitClassifier.self, sections: [section], options: WholeChapter.options)
        #expect(alone.outputs.map(\.caption) == whole.outputs.filter { $0.section == section }.map(\.caption))
        for record in alone.records { #expect(whole[record.name] == record.measured, "\(record.name)") }
    }

    @Test func `another seed gives another coaster`() throws {
        var options = WholeChapter.options
        options.seed = 7
        let other = try Run.capture(DigitClassifier.self, sections: [8], options: options)
        #expect(other.outputs.map(\.text) != whole.outputs.filter { $0.section == 8 }.map(\.text))
    }

    @Test(arguments: [
        "pixel-similarity/accuracy-3s", "pixel-similarity/accuracy-7s", "pixel-similarity/accuracy",
        "pixel-similarity/l1-to-3", "pixel-similarity/rmse-to-3", "pixel-similarity/l1-to-7",
        "pixel-similarity/rmse-to-7", "linear/accuracy", "net/accuracy",
    ])
    func `what the book measured is measured here`(_ name: String) throws {
        let record = try #require(whole.records.first { $0.name == name })
        #expect(record.book != nil && record.measured.isFinite)
    }

    @Test func `averages get most digits right, and leave something to learn`() throws {
        let accuracy = try #require(whole["pixel-similarity/accuracy"])
        #expect((0.85...0.98).contains(accuracy))
    }

    @Test func `a trained net beats the averages by far, and is not behind the linear model`() throws {
        let net = try #require(whole["net/accuracy"])
        #expect(net > whole["pixel-similarity/accuracy"]! + 0.03)
        #expect(net > whole["linear/accuracy"]! - 0.005)
    }

    @Test func `the small examples give the book's numbers`() {
        for record in whole.records where record.name.hasPrefix("gradient/") || record.name.hasPrefix("loss/") {
            #expect(abs(record.measured - record.book!) < 5e-5, "\(record.name)")
        }
    }

    @Test func `all figures lie in the folder of the run`() throws {
        #expect(whole.figureFiles.count > 25)
        #expect(Set(whole.figureFiles).count == whole.figureFiles.count)
        for file in whole.figureFiles {
            #expect(try Data(contentsOf: file).count > 200, "\(file.lastPathComponent)")
        }
    }
}

@Suite struct `Chapter 4 without data` {
    @Test(.enabled(if: DataLocator().locate("mnist_sample") == nil && DataLocator().locate("mnist") == nil))
    func `it says that its digits are generated`() throws {
        let run = try Run.capture(DigitClassifier.self, sections: [1])
        #expect(run.dataName == "generated digits")
        #expect(run.outputs[0].text.contains("generated digits"))
    }

    @Test func `a data folder that is not there is an error that names it`() {
        var options = RunOptions()
        options.dataFolder = URL(fileURLWithPath: "/no/such/folder")
        let error = #expect(throws: (any Error).self) {
            try Run.capture(DigitClassifier.self, sections: [1], options: options)
        }
        #expect(error.map { "\($0)" }?.contains("/no/such/folder") == true)
    }
}
