import Foundation
import Testing

@testable import Notebook

@Suite struct `Records and results` {
    func record(_ measured: Double, book: Double? = nil, isCount: Bool = false) -> Record {
        Record(name: "a/b", measured: measured, book: book, isCount: isCount)
    }

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

    @Test func `without a book's number there is no difference`() {
        #expect(record(0.5).shownDifference == nil)
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
        #expect(errors(of: result).contains(#"record "loss": this run has a record of that name already"#))
    }

    @Test func `the results are JSON with the keys in order`() {
        let json = resultsJSON(chapter: 4, data: "mnist_sample", records: [record(0.95112, book: 0.9511), record(12)])
        #expect(
            json == """
                {"chapter": 4, "data": "mnist_sample", "results": [
                  {"name": "a/b", "measured": 0.95112, "book": 0.9511},
                  {"name": "a/b", "measured": 12, "book": null}
                ]}

                """)
    }

    @Test func `without records the list is empty`() {
        #expect(
            resultsJSON(chapter: 1, data: "x", records: []) == #"{"chapter": 1, "data": "x", "results": []}"# + "\n")
    }

    @Test func `quotes, and numbers that are none, stay valid JSON`() throws {
        let json = resultsJSON(
            chapter: 4, data: "my \"own\"\n", records: [record(.infinity, book: .nan), record(1e-7)])
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["data"] as? String == "my \"own\"\n")
        #expect(json.contains(#""measured": null, "book": null"#))
    }
}

@Suite struct `The closing table` {
    @Test func `it sets measured beside book`() throws {
        let table = try Run.capture(Tiny.self).closingTable(bookData: "mnist_sample")
        #expect(table.contains("Measured on generated digits; the book's numbers are for mnist_sample."))
        #expect(table.contains(/pixels\/accuracy +0\.95112 +0\.9511 +\+0\.00002/))
        #expect(table.contains(/training\/images +2038/))
    }

    @Test func `on the book's data the headline names it alone`() {
        let record = Record(name: "a", measured: 1, book: 1, isCount: false)
        let headline = closingHeadline(data: "mnist_sample", bookData: "mnist_sample", records: [record])
        #expect(headline == "Measured on mnist_sample.")
    }

    @Test func `without records it says so`() {
        #expect(closingHeadline(data: "x", bookData: "y", records: []) == "Run on x; no numbers were recorded.")
    }

    @Test func `the footer tells time, memory and figures`() throws {
        let footer = try Run.capture(Tiny.self).footer
        #expect(footer.contains(/^run time \d\.\d s · peak memory \d+ MB · 3 figures in .+$/))
    }
}
