import Foundation
import Testing

@testable import Notebook

@Suite struct `Records and results` {
    @Test func `a measured number has one decimal more than the book's`() {
        #expect(record(0.951122, book: 0.9511).shownMeasured == "0.95112")
        #expect(record(5.43, book: 5).shownMeasured == "5.4")
    }

    @Test func `without a book's number there are four decimals`() {
        #expect(record(0.951122).shownMeasured == "0.9511")
        #expect(record(0.0000123456).shownMeasured == "1.23e-05")
        #expect(record(.nan).shownMeasured == "nan")
    }

    @Test func `a count has no decimals`() {
        #expect(record(2038, book: 2038, isCount: true).shownMeasured == "2038")
        #expect(record(2038, isCount: true).shownMeasured == "2038")
    }

    @Test(arguments: [(0.9521, "+0.00100"), (0.9501, "-0.00100"), (0.9511, "0.00000"), (0.9510999999, "0.00000")])
    func `the difference is measured minus book`(_ measured: Double, _ expected: String) {
        #expect(record(measured, book: 0.9511).shownDifference == expected)
    }

    @Test func `without a book's number, or on other data, there is no difference`() {
        #expect(record(0.5).shownDifference == nil)
        var elsewhere = record(0.5, book: 0.6)
        elsewhere.isComparable = false
        #expect(elsewhere.shownDifference == nil)
    }

    @Test func `several seeds give mean and sample standard deviation`() {
        let one = Record(name: "a/b", values: [0.9, 0.92, 0.97], book: 0.95)
        #expect(abs(one.measured - 0.93) < 1e-12)
        #expect(abs(one.deviation! - 0.036055512754) < 1e-9)
        #expect(one.sentence == "0.930 ± 0.036 over 3 seeds (book: 0.95)")
        #expect(record(0.9).deviation == nil)
        // Three times the same number: its mean is that number, whatever rounding makes of the sum.
        let same = Record(name: "a/b", values: [Double](repeating: 0.4797297297297297, count: 3))
        #expect(same.measured == 0.4797297297297297 && same.deviation == 0)
    }

    @Test(arguments: [
        // 1.0000 is 1 by the time that it gets here, so the book's digits say nothing about how exact it is.
        ([1.0, 1.01, 1.02], 1.0, "1.010 ± 0.010"), ([1.0, 1.0, 1.0], 1, "1.0 ± 0.0"),
        ([8.0, 20, 32], 10, "20.0 ± 12.0"),
        ([0.9, 0.92, 0.97], 0.95, "0.930 ± 0.036"), ([1, 1.000_000_000_1], 1, "1.000000 ± 0.000000"),
    ])
    func `a spread keeps two digits, however few the book's number has`(
        _ values: [Double], _ book: Double, _ expected: String
    ) {
        let one = Record(name: "a/b", values: values, book: book)
        #expect(one.sentence.hasPrefix(expected + " over"), "\(one.sentence)")
    }

    @Test func `what differs from the book's run is said with the number`() {
        let one = Record(name: "a/b", values: [0.93], book: 0.95, differs: "shuffled")
        #expect(one.sentence == "0.930 (book: 0.95; differs: shuffled)")
    }

    @Test func `a run finds its records by name`() throws {
        let run = try Run.capture(Tiny.self)
        #expect(run["pixels/accuracy"] == 0.95112)
        #expect(run["training/images"] == 2038)
        #expect(run["nothing"] == nil)
    }

    @Test func `one name for two numbers stops the program`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try Run.capture(Repeating.self)
        }
        #expect(errors(of: result).contains(#"record "loss": this run already has a record of that name"#))
    }

    @Test func `no value at all stops the program`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Notebook.record("net/accuracy", over: [Double]())
        }
        #expect(errors(of: result).contains(#"record "net/accuracy": there are no values to record"#))
    }

    @Test func `data are named once, and those that the book does not have take nothing from the others`() throws {
        let run = try Run.capture(Several.self)
        #expect(run.dataName == "generated digits, scenes" && run.bookData == "mnist_sample, mnist")
        #expect(Origin(name: "scenes", bookName: "").isBooks)
    }

    @Test func `each data set of a chapter says whether its numbers may be compared`() throws {
        let run = try Run.capture(Mixed.self)
        #expect(run.dataName == "words, generated digits" && run.bookData == "words, mnist_sample")
        #expect(run.records.map(\.shownDifference) == [nil, nil, "+0.50"])
    }
}

@Suite struct `The results as JSON` {
    @Test func `keep the order of their keys`() throws {
        let run = try Run.capture(Tiny.self)
        #expect(
            resultsJSON(of: run, chapter: 4) == """
                {"chapter": 4, "data": "generated digits", "size": "usual", "seed": 42, "results": [
                  {"name": "pixels/accuracy", "measured": 0.95112, "book": 0.9511},
                  {"name": "training/images", "measured": 2038, "book": null}
                ]}

                """)
    }

    @Test func `tell the spread over seeds, and what differs from the book's run`() throws {
        let json = resultsJSON(of: try Run.capture(Seeded.self), chapter: 8)
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let record = try #require((object["results"] as? [[String: Any]])?.first)
        #expect(record["measured"] as? Double == 2)
        #expect(record["std"] as? Double == 1)
        #expect(record["values"] as? [Double] == [1, 2, 3])
        #expect(record["differs"] as? String == "three \"short\" runs")
    }

    @Test func `without records have an empty list`() throws {
        let run = try Run.capture(Failing.self, sections: [1])
        #expect(resultsJSON(of: run, chapter: 1).contains(#""results": []}"#))
    }

    @Test func `stay valid with numbers that are not finite`() throws {
        let json = resultsJSON(of: try Run.capture(Seeded.self), chapter: 8)
        #expect(json.contains(#""measured": null, "book": null"#))
    }
}

@Suite struct `The closing table` {
    @Test func `sets measured beside book, and shows no difference on other data`() throws {
        let text = try Run.capture(Tiny.self).closingText
        #expect(text.contains("Measured on generated digits; the book's numbers are for mnist_sample."))
        #expect(text.contains(/pixels\/accuracy +0\.95112 +0\.9511\n/))
        #expect(text.contains(/training\/images +2038/))
        #expect(!text.contains("difference"))
    }

    @Test func `shows spread and what differs, where there is any`() throws {
        let text = try Run.capture(Seeded.self).closingText
        #expect(text.contains(/name +measured +std +seeds +book +difference +what differs from the book's run\n/))
        #expect(text.contains(/net\/accuracy +2\.0 +1\.0 +3 +2 +0\.0 +three "short" runs\n/))
        #expect(text.hasSuffix("std: their sample standard deviation (over n - 1)."))
    }

    @Test func `breaks a long last column into lines`() {
        let differs = "a rather long sentence about what is not the same as in the book"
        let table = resultsTable([Record(name: "a", values: [1], book: 1, differs: differs)])
        let lines = table.text(width: 70).split(separator: "\n")
        #expect(lines.count == 4 && lines.allSatisfy { $0.count <= 70 })
        #expect(lines[3].hasPrefix("     "))
    }

    @Test func `without other data the headline names no other`() throws {
        #expect(try Run.capture(Seeded.self).headline == "Measured.")
    }

    @Test func `names the book's data only if a number of the book is for other data than ours`() throws {
        #expect(try Run.capture(OnWords.self).headline == "Measured on words, generated digits.")
        #expect(try Run.capture(Mixed.self).headline.hasSuffix("; the book's numbers are for words, mnist_sample."))
    }

    @Test func `without records it says so`() throws {
        let run = try Run.capture(Failing.self, sections: [1])
        #expect(run.headline == "No numbers were recorded.")
    }

    @Test func `a quick run is compared with nothing`() throws {
        var options = RunOptions()
        options.size = .quick
        let run = try Run.capture(Seeded.self, options: options)
        #expect(run.records.allSatisfy { $0.shownDifference == nil })
        #expect(run.headline.contains("At the quick size they say little"))
    }

    @Test func `the footer tells time, memory and figures`() throws {
        let footer = try Run.capture(Tiny.self).footer
        // The memory is that of the whole process, with all tests in it.
        #expect(footer.contains(/^run time \d+\.\d s · peak memory \d+(\.\d)? (MB|GB) · 3 figures in .+$/))
    }
}

private func record(_ measured: Double, book: Double? = nil, isCount: Bool = false) -> Record {
    Record(name: "a/b", values: [measured], book: book, isCount: isCount)
}

/// A chapter with one data set that is the book's and one that is not.
private final class Mixed: Chapter {
    static let number = 7
    static let title = "Two data sets"
    static let sections = [Section("Only", Mixed.only)]

    let words = Origin(name: "words", bookName: "words")
    let digits = Origin(name: "generated digits", bookName: "mnist_sample")

    init(_ run: Run) { [words, digits].forEach(run.use) }

    func only() {
        Notebook.record("both", 1.0, book: 0.5)
        Notebook.record("digits", 1.0, book: 0.5, on: digits)
        Notebook.record("words", 1.0, book: 0.5, on: words)
    }
}

/// Two data sets with the same stand-in, and one that the book does not have.
private final class Several: Chapter {
    static let number = 8
    static let title = "Three data sets"
    static let sections = [Section("Only", Several.only)]

    init(_ run: Run) {
        for (name, book) in [("generated digits", "mnist_sample"), ("generated digits", "mnist"), ("scenes", "")] {
            run.use(Origin(name: name, bookName: book))
        }
    }

    func only() {}
}

/// The same data, but the book's only number is for the data set that is the book's.
private final class OnWords: Chapter {
    static let number = 7
    static let title = "Two data sets, one number"
    static let sections = [Section("Only", OnWords.only)]

    let words = Origin(name: "words", bookName: "words")

    init(_ run: Run) { [words, Origin(name: "generated digits", bookName: "mnist_sample")].forEach(run.use) }

    func only() {
        Notebook.record("digits", 1.0)
        Notebook.record("words", 1.0, book: 0.5, on: words)
    }
}

/// A chapter with a number over three seeds, and one that is not finite.
private final class Seeded: Chapter {
    static let number = 8
    static let title = "Seeds"
    static let sections = [Section("Only", Seeded.only)]

    init(_ run: Run) {}

    func only() {
        Notebook.record("net/accuracy", over: [1.0, 2, 3], book: 2, differs: "three \"short\" runs")
        Notebook.record("net/loss", Double.infinity)
    }
}
