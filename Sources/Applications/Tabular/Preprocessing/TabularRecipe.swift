// # What was learned from the training rows
//
// Vocabularies, medians, means: all of it comes from the training rows, and is applied to any other row as it is. So it
// is a value of its own, which a model keeps.

import Foundation

/// How rows of a table become numbers.
public struct TabularRecipe: Sendable, Codable, Equatable {
    /// What is done with the rows, always in this order. (The book's `procs`.)
    public enum Proc: String, Sendable, Codable, CaseIterable { case fillMissing, categorify, normalize }

    /// The categories, and behind them the flags of ``FillMissing``. (The book's `to.cat_names`.)
    public let categorical: [String]
    /// (The book's `to.cont_names`.)
    public let continuous: [String]
    /// The column to be predicted. (The book's `to.y_names`.)
    public let target: String
    /// The classes of the target, if it is one of them; nil if it is a number.
    public let targetClasses: [String]?
    public let fillMissing: FillMissing?
    public let categorify: Categorify
    public let normalize: Normalize?

    /// - Parameters:
    ///   - frame: the training rows.
    ///   - target: a column of numbers, or of texts or categories, which are then its classes.
    init(
        _ frame: DataFrame, procs: [Proc], flags: FillMissing.Flags, categorical: [String], continuous: [String],
        target: String
    ) throws {
        try Self.expect(categorical + continuous + [target], in: frame)
        for name in continuous where ![.int, .double, .bool].contains(frame[name].kind) {
            throw TableProblem(
                "the table", column: name, "it cannot be continuous: it holds values of the type \(frame[name].kind)",
                try: "naming it as a category")
        }
        fillMissing = procs.contains(.fillMissing) ? FillMissing(frame, continuous, flags: flags) : nil
        let filled = try fillMissing?(frame) ?? frame
        let flagNames = (fillMissing?.flagged ?? []).map(FillMissing.flag)
        self.categorical = categorical + flagNames
        (self.continuous, self.target) = (continuous, target)
        categorify = Categorify(filled, self.categorical)
        normalize = procs.contains(.normalize) ? Normalize(filled, continuous) : nil
        let isClass = [.text, .category, .bool].contains(frame[target].kind)
        targetClasses = isClass ? Array(Categorify(frame, [target]).classes(target)!.dropFirst()) : nil
    }

    private static func expect(_ names: [String], in frame: DataFrame) throws {
        var seen: Set<String> = []
        for name in names {
            _ = try frame.column(name)
            if !seen.insert(name).inserted { throw TableProblem("the table", column: name, "it is named twice") }
        }
        if frame.rowCount == 0 { throw TableProblem("the table", "there is no row to learn from") }
    }

    /// The rows with categories for texts, and numbers of which none is missing or infinite. The target is left out.
    /// - Throws: ``TableProblem`` for a column that is not there, is of another type, or holds what a model cannot use.
    public func callAsFunction(_ frame: DataFrame) throws -> DataFrame {
        let flags = Set((fillMissing?.flagged ?? []).map(FillMissing.flag))
        let names = categorical.filter { !flags.contains($0) } + continuous
        for name in names { _ = try frame.column(name) }
        for name in continuous { try expectNumbers(frame[name], name) }
        var rows = frame.selecting(names)
        rows = try fillMissing?(rows) ?? rows
        rows = try categorify(rows)
        rows = try normalize?(rows) ?? rows
        return rows.selecting(categorical + continuous)
    }

    private func expectNumbers(_ column: Column, _ name: String) throws {
        guard [.int, .double, .bool].contains(column.kind) else {
            throw TableProblem("the table", column: name, "expected numbers, found values of the type \(column.kind)")
        }
        let numbers = column.numbers
        if let row = numbers.firstIndex(where: \.isInfinite) {
            throw TableProblem(
                "the table", column: name, "the number in row \(row) is infinite",
                try: "setting it to nil: then it is missing")
        }
        if fillMissing == nil, let row = numbers.firstIndex(where: \.isNaN) {
            throw TableProblem(
                "the table", column: name, "the number in row \(row) is missing", try: "procs: [.fillMissing, …]")
        }
    }

    /// Rows as they were before: numbers in their own units, texts for categories.
    public func decoded(_ rows: DataFrame) throws -> DataFrame {
        var rows = try normalize?.undone(rows) ?? rows
        for name in categorical { rows[name] = Column(try rows.column(name).strings.map { $0 ?? Categorify.missing }) }
        return rows
    }

    var isSound: Bool {
        let names = categorical + continuous + [target]
        return Set(names).count == names.count && categorify.isSound && categorify.names == categorical
            && (fillMissing.map { $0.isSound && $0.names == continuous } ?? true)
            && (normalize.map { $0.isSound && $0.names == continuous } ?? true)
            && (targetClasses.map { Set($0).count == $0.count } ?? true)
    }
}
