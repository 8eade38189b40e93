// `record(…)` keeps what was measured here beside what the book reports. The two never mix: the measured number comes
// from the page, the book's is typed in, and a number that the book doesn't give stays empty. What makes the two
// experiments differ (order, sizes, epochs) belongs to the record, and so do the seeds that it was measured over.

import Datasets
import Foundation
import Tensors

/// Records a measured number under a name that is unique in its run, `chapter-part/what-was-measured`.
///
///     record("pixel-similarity/accuracy", accuracy, book: 0.9511)
///     record("linear/accuracy", accuracy, book: 0.9785, differs: "shuffled; the book keeps the order")
///
/// - Parameters:
///   - book: what the book reports; nil when it gives no number.
///   - difference: what differs from the book's experiment, other than the data, which the run knows.
///   - source: the data that it was measured on, in a chapter that has several; nil for all of them.
///   - question: under `--predict` the reader answers it before the number appears. Its answer is the number.
///   - prediction: the same with an answer of its own, such as a share; use one of the two.
/// - Precondition: no other record of the run has the name, and a number that is predicted is the one measured.
public func record(
    _ name: String, _ measured: some BinaryFloatingPoint, book: Double? = nil, differs difference: String? = nil,
    on source: (any DataOrigin)? = nil, ask question: String? = nil, predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let record = Record(name: name, values: [Double(measured)], book: book, differs: difference)
    let asked = record.prediction(question, prediction, of: record.measured)
    keep(record, source, asked, at: SourcePlace(file: file, line: line, column: column))
}

/// Records a count.
public func record(
    _ name: String, _ measured: some BinaryInteger, book: Double? = nil, differs difference: String? = nil,
    on source: (any DataOrigin)? = nil, ask question: String? = nil, predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let record = Record(name: name, values: [Double(measured)], book: book, differs: difference, isCount: true)
    let asked = record.prediction(question, prediction, of: Int(clamping: measured))
    keep(record, source, asked, at: SourcePlace(file: file, line: line, column: column))
}

/// Records a number that was measured once per seed: by its mean and its sample standard deviation (over n - 1).
///
///     record("net/accuracy", over: accuracies, book: 0.9828)
///
/// - Precondition: there is at least one value.
public func record(
    _ name: String, over values: [some BinaryFloatingPoint], book: Double? = nil, differs difference: String? = nil,
    on source: (any DataOrigin)? = nil, ask question: String? = nil, predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    require(!values.isEmpty, "record \"\(name)\"", "there are no values to record", try: "one value per seed")
    let record = Record(name: name, values: values.map { Double($0) }, book: book, differs: difference)
    let asked = record.prediction(question, prediction, of: record.measured)
    keep(record, source, asked, at: SourcePlace(file: file, line: line, column: column))
}

private func keep(
    _ record: Record, _ source: (any DataOrigin)?, _ prediction: Prediction?, at place: SourcePlace
) {
    var record = record
    if let run = Run.current {
        record.isOnBookData = source?.isBooks ?? run.isOnBookData
        record.isComparable = run.size != .quick && record.isOnBookData
        run.keep(record)
    }
    show(record.sentence, .record, record.name, prediction, at: place)
}

extension Record {
    /// What the reader is asked: the question about the number, or the prediction, which must not contradict it.
    fileprivate func prediction(
        _ question: String?, _ prediction: Prediction?, of number: some Predictable
    ) -> Prediction? {
        let operation = "record \"\(name)\""
        require(question == nil || prediction == nil, operation, "it has two predictions", try: "ask: or predict:")
        prediction?.requireAgreement(with: number, in: operation)
        return question.map(number.prediction) ?? prediction
    }
}

extension Run {
    fileprivate func keep(_ record: Record) {
        let isNew = with { state in
            if state.records.contains(where: { $0.name == record.name }) { return false }
            state.records.append(record)
            return true
        }
        if isNew { return }
        stop("record \"\(record.name)\"", "this run already has a record of that name", try: "a name of its own")
    }
}

/// A number that was measured, beside the book's.
public struct Record: Sendable, Hashable, Codable {
    public let name: String
    /// One value per seed; a single one when it was measured once.
    public let values: [Double]
    public let book: Double?
    /// What differs from the book's experiment; nil when nothing does, as far as the page says.
    public let differs: String?
    /// A whole number, printed without decimals.
    public let isCount: Bool
    /// Measured on the same data as the book's number, and not at the quick size. Only then is there a difference.
    public internal(set) var isComparable = true
    /// Measured on the same data as the book's number.
    var isOnBookData = true

    init(name: String, values: [Double], book: Double? = nil, differs: String? = nil, isCount: Bool = false) {
        (self.name, self.values, self.book) = (name, values, book)
        (self.differs, self.isCount) = (differs, isCount)
    }

    /// The number, or the mean over the seeds.
    public var measured: Double { Spread(values).mean }

    /// The sample standard deviation over the seeds; nil for a single value.
    public var deviation: Double? { Spread(values).deviation }
}
