// From columns of a table to numbers that a model learns from.

import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite struct `The parts of a date` {
    @Test func `are those of the book's first rows`() throws {
        let frame = DataFrame(["saledate": ["11/16/2006 0:00", "3/26/2004 0:00", "2/26/2004 0:00"], "x": [1, 2, 3]])
        let parts = try frame.addingDateparts("saledate")
        #expect(
            parts.names == [
                "x", "saleYear", "saleMonth", "saleWeek", "saleDay", "saleDayofweek", "saleDayofyear",
                "saleIs_month_end", "saleIs_month_start", "saleIs_quarter_end", "saleIs_quarter_start",
                "saleIs_year_end", "saleIs_year_start", "saleElapsed",
            ])
        #expect(parts["saleYear"] == [2006, 2004, 2004])
        #expect(parts["saleWeek"] == [46, 13, 9])
        #expect(parts["saleDayofweek"] == [3, 4, 3])
        #expect(parts["saleDayofyear"] == [320, 86, 57])
        #expect(parts["saleElapsed"] == [1_163_635_200, 1_080_259_200, 1_077_753_600])
        #expect(parts.names.filter { $0.contains("Is_") }.allSatisfy { parts[$0].bools == [false, false, false] })
    }

    @Test func `know ends and beginnings`() throws {
        let days = ["2012-02-29", "2012-03-31", "2012-04-01", "2012-12-31", "2013-01-01", nil]
        let parts = try DataFrame([("day", Column(days))]).addingDateparts("day", time: true)
        #expect(parts["dayIs_month_end"] == [true, true, false, true, false, nil])
        #expect(parts["dayIs_month_start"] == [false, false, true, false, true, nil])
        #expect(parts["dayIs_quarter_end"] == [false, true, false, true, false, nil])
        #expect(parts["dayIs_quarter_start"] == [false, false, true, false, true, nil])
        #expect(parts["dayIs_year_end"] == [false, false, false, true, false, nil])
        #expect(parts["dayIs_year_start"] == [false, false, false, false, true, nil])
        #expect(parts.names.suffix(1) == ["dayElapsed"])
        #expect(parts.has("dayHour") && parts.columnCount == 16)
    }

    @Test func `need dates`() {
        let frame = DataFrame(["saledate": ["soon"]])
        #expect(throws: TableProblem.self) { try frame.addingDateparts("saledate") }
        #expect(throws: TableProblem.self) { try frame.addingDateparts("date") }
    }
}

@Suite struct `Preparing columns` {
    private let frame = DataFrame([
        "size": ["S", "L", nil, "S"], "year": [1999, 1000, nil, 1999], "weight": [1.0, 3.0, nil, 8.0],
        "full": [1, 2, 3, 4],
    ])

    @Test func `numbers levels from 1, in alphabetical order`() throws {
        let categorify = Categorify(frame, ["size", "year"])
        #expect(categorify.classes("size") == ["#na#", "L", "S"])
        #expect(categorify.classes("year") == ["#na#", "1000", "1999"])
        #expect(categorify.counts == [3, 3])
        let coded = try categorify(frame)
        #expect(coded["size"].codes.map { $0 + 1 } == [2, 1, 0, 2])
        #expect(coded["year"].codes.map { $0 + 1 } == [2, 1, 0, 2])
        #expect(coded["weight"] == frame["weight"])
    }

    @Test func `numbers levels in the order that the column has, also those that do not occur`() {
        var frame = frame
        frame["size"] = frame["size"].asCategory(order: ["S", "M", "L"])
        #expect(Categorify(frame, ["size"]).classes("size") == ["#na#", "S", "M", "L"])
    }

    @Test func `takes what was not there in training for missing`() throws {
        let categorify = Categorify(frame, ["size", "year"])
        let new = try categorify(DataFrame(["size": ["XL", "L"], "year": [1000.0, 2000.5]]))
        #expect(new["size"].codes == [-1, 0])
        #expect(new["year"].codes == [0, -1])
        #expect(throws: TableProblem.self) { try categorify(DataFrame(["size": ["L"]])) }
    }

    @Test func `fills in the median, and remembers where`() throws {
        let fill = FillMissing(frame, ["year", "weight", "full"])
        #expect(fill.medians == [1999, 3, 2.5])
        #expect(fill.flagged == ["year", "weight"])
        let filled = try fill(frame)
        #expect(filled["year"] == [1999, 1000, 1999, 1999])
        #expect(filled["weight"] == [1.0, 3.0, 3.0, 8.0])
        #expect(filled.names == ["size", "year", "weight", "full", "year_na", "weight_na"])
        #expect(filled["year_na"].bools == [false, false, true, false])
        #expect(FillMissing(frame, ["full"], flags: .everywhere).flagged == ["full"])
        // What was complete in training may have gaps later.
        #expect(try fill(DataFrame(["year": [1], "weight": [1.0], "full": [nil]]))["full"] == [2.5])
    }

    @Test func `treats a column without any number, and a constant one`() throws {
        let odd = DataFrame(["none": [nil, nil], "same": [5.0, 5.0]])
        let filled = try FillMissing(odd, ["none", "same"])(odd)
        #expect(filled["none"] == [0.0, 0.0])
        #expect(try Normalize(filled, ["none", "same"])(filled)["same"] == [0.0, 0.0])
    }

    @Test func `brings training rows to mean 0 and deviation 1, and back`() throws {
        let normalize = Normalize(frame, ["full"])
        let scaled = try normalize(frame)
        #expect(abs(scaled["full"].mean) < 1e-12)
        #expect(normalize.means == [2.5])
        #expect(abs(normalize.deviations[0] - 1.25.squareRoot()) < 1e-12)
        #expect(try normalize.undone(scaled)["full"].numbers == [1, 2, 3, 4])
    }

    @Test func `divides columns as the book does`() {
        let split = DataFrame([
            ("few", Column([1, 2, 1])), ("many", Column([1, 2, 3])), ("gaps", Column([1, nil, 1] as [Int?])),
            ("x", Column([0.5, 1, 2])), ("text", Column(["a", "b", "c"])), ("flag", Column([true, false, true])),
            ("y", Column([1.0, 2, 3])),
        ]).contCatSplit(maxCard: 2, dependent: ["y"])
        #expect(split.continuous == ["many", "gaps", "x"])
        #expect(split.categorical == ["few", "text", "flag"])
    }
}

@Suite struct `A table to learn from` {
    static let frame = DataFrame([
        "state": ["Texas", "Ohio", nil, "Utah", "Iowa", "Ohio"], "hours": [1.0, nil, 3.0, 4.0, nil, 8.0],
        "age": [1, 2, 3, 4, 5, 6], "price": [10.0, 20.0, 30.0, 40.0, 50.0, 60.0],
    ])
    static func data(_ procs: [TabularRecipe.Proc] = [.fillMissing, .categorify]) throws -> TabularData {
        try TabularData(
            frame, procs: procs, categorical: ["state"], continuous: ["hours", "age"], target: "price",
            splits: RowSplits(train: [0, 1, 2, 3], valid: [4, 5]))
    }

    @Test func `learns from training rows only`() throws {
        let data = try Self.data()
        #expect(data.classes("state") == ["#na#", "Ohio", "Texas", "Utah"])
        #expect(data.train.names == ["state", "hours_na", "hours", "age"])
        #expect(data.train.columns == [[2, 1, 0, 3], [1, 2, 1, 1], [1, 3, 3, 4], [1, 2, 3, 4]])
        #expect(data.valid.columns == [[0, 1], [2, 1], [3, 8], [5, 6]])
        #expect(data.train.targets == [10, 20, 30, 40])
        #expect(data.valid.targets == [50, 60])
        #expect(data.valid.categories.shape == [2, 2])
        #expect(data.valid.numbers.shape == [2, 2])
    }

    @Test func `shows texts and numbers in their own units`() throws {
        let data = try Self.data([.normalize, .fillMissing, .categorify])
        #expect(abs(data.train.columns[3].reduce(0, +)) < 1e-5)
        let shown = data.shown(3)
        #expect(shown["state"].strings == ["Texas", "Ohio", "#na#"])
        #expect(shown["hours_na"].strings == ["false", "true", "false"])
        #expect(zip(shown["age"].numbers, [1, 2, 3]).allSatisfy { abs($0 - Double($1)) < 1e-9 })
        #expect(data.items(2)["state"] == [2, 1])
    }

    @Test func `changes new rows in the same way, with or without a target`() throws {
        let new = try Self.data().applied(to: DataFrame(["age": [9], "state": ["Utah"], "hours": [nil]]))
        #expect(new.columns == [[3], [2], [3], [9]])
    }

    @Test func `is the same when it is read back`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "data.safetensors")
            for data in [try Self.data(), try Self.data([.fillMissing, .categorify, .normalize])] {
                try data.save(to: file)
                #expect(try TabularData(saved: file) == data)
            }
            #expect(try DataFrame(saved: file).names == ["state", "hours_na", "hours", "age", "price"])
            try Self.frame.save(to: file)
            #expect(try DataFrame(saved: file) == Self.frame)
            let error = #expect(throws: TableProblem.self) { try TabularData(saved: file) }
            #expect(error?.problem == "it holds a table that was not prepared")
            try Data("no".utf8).write(to: file)
            #expect(throws: TableProblem.self) { try DataFrame(saved: file) }
        }
    }

    @Test func `keeps dates, truth values and categories in a file`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "table.safetensors")
            let frame = DataFrame([
                ("d", Column([DateTime(2006, 11, 16), nil])), ("b", Column([true, nil] as [Bool?])),
                ("i", Column([Int.max, nil] as [Int?])), ("x", Column([-0.0, .nan])), ("t", Column(["é", nil])),
                ("c", Column(["L", "S"]).asCategory(order: ["S", "M", "L"])),
            ])
            try frame.save(to: file)
            #expect(try DataFrame(saved: file) == frame)
        }
    }

    @Test func `is refused where a model could not learn from it`() {
        func problem(_ change: (inout DataFrame) -> Void, _ categorical: [String] = ["state"]) -> String? {
            var frame = Self.frame
            change(&frame)
            do {
                _ = try TabularData(
                    frame, categorical: categorical, continuous: ["age"], target: "price",
                    splits: RowSplits(train: [0, 1], valid: [2]))
                return nil
            } catch { return "\(error)" }
        }
        #expect(problem { _ in } == nil)
        #expect(
            problem { $0["age"] = [1.0, .double(.infinity), 2.0, 3.0, 4.0, 5.0] }?.contains("row 1 is infinite") == true
        )
        #expect(problem { $0 = $0.dropping("state") }?.contains("no column “state”") == true)
        #expect(problem { $0["age"] = ["a", "b", "c", "d", "e", "f"] }?.contains("cannot be continuous") == true)
        #expect(
            problem { $0["price"] = [1.0, nil, 1.0, 1.0, 1.0, 1.0] }?.contains("target of row 1 is missing") == true)
        #expect(problem({ _ in }, ["state", "age"])?.contains("named twice") == true)
        #expect(problem { $0 = $0.head(2) }?.contains("no row 2") == true)
    }

    @Test func `has classes for a target of texts`() throws {
        let data = try TabularData(
            Self.frame, categorical: [], continuous: ["age"], target: "state",
            splits: RowSplits(train: [0, 1, 3, 5], valid: []))
        #expect(data.recipe.targetClasses == ["Ohio", "Texas", "Utah"])
        #expect(data.train.targets == [1, 0, 2, 0])
    }
}
