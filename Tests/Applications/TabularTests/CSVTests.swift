// Reading tables, and writing them.

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Tabular

private func table(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) throws -> DataFrame {
    try DataFrame(csvText: text, CSVOptions(change))
}

private func problem(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) -> TableProblem? {
    do { _ = try table(text, change) } catch { return error as? TableProblem }
    return nil
}

@Suite struct `A file of comma-separated values` {
    @Test func `becomes typed columns`() throws {
        let frame = try table("id,price,name,sold,when\n1,2.5,Ada,True,1/5/2012 0:00\n2,,Bob,False,\n") {
            $0.dates = ["when"]
        }
        #expect(frame.names == ["id", "price", "name", "sold", "when"])
        #expect(frame.columns.map(\.kind) == [.int, .double, .text, .bool, .date])
        #expect(frame["when"].dates == [DateTime(2012, 1, 5), nil])
        #expect(frame["price"] == [2.5, nil])
    }

    @Test func `may hold commas, line ends and quotation marks in its fields`() throws {
        let frame = try table("a,b\n\"x, y\",\"12' 4\"\"\"\n\"two\nlines\",\"\"\"\"\"\"\n\"\",\"z\"\n")
        #expect(frame["a"].strings == ["x, y", "two\nlines", nil])
        #expect(frame["b"].strings == ["12' 4\"", "\"\"", "z"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
    func `ends its lines as any system does, the last one or not`(_ end: String, _ isClosed: Bool) throws {
        let text = ["a,b", "1,x", "", "2,\"y\""].joined(separator: end) + (isClosed ? end : "")
        #expect(try table(text) == DataFrame(["a": [1, 2], "b": ["x", "y"]]))
    }

    @Test func `may begin with a byte-order mark`() throws {
        #expect(try table("\u{FEFF}a,b\n1,2\n").names == ["a", "b"])
    }

    @Test func `decides the type of a column by all of its rows`() throws {
        let rows = (0..<5000).map { "\($0),\($0),\($0)" } + ["x,0.5,"]
        let frame = try table("a,b,c\n" + rows.joined(separator: "\n"))
        #expect(frame.columns.map(\.kind) == [.text, .double, .int])
        #expect(frame["a"].strings.suffix(2) == ["4999", "x"])
        #expect(frame["c"].ints.suffix(2) == [4999, nil])
    }

    @Test(arguments: [
        ("1", "int"), ("-1", "int"), ("+7", "int"), (" 12 ", "int"), ("007", "int"), ("1.0", "double"),
        (".5", "double"), ("5.", "double"), ("1e3", "double"), ("-1.5E-3", "double"), ("inf", "double"),
        ("-Infinity", "double"), ("9223372036854775807", "int"), ("9223372036854775808", "double"),
        ("123456789012345678901234567890.5", "double"), ("True", "bool"), ("FALSE", "bool"), ("tRue", "text"),
        ("0x10", "text"), ("1,5", "text"), ("1.2.3", "text"), ("-", "text"), (".", "text"), ("1e", "text"),
        ("e5", "text"),
        ("1_000", "text"), ("infinite", "text"), ("", "double"), ("NA", "double"), ("nan", "double"), ("--5", "text"),
        (" ", "text"), ("１", "text"),
    ])
    func `knows what a field is`(_ field: String, _ kind: String) throws {
        let text = field.contains(",") ? "\"\(field)\"" : field
        #expect(try table("a,b\n\(text),1\n")["a"].kind.rawValue == kind)
    }

    @Test func `has numbers as exact as the standard library's`() throws {
        var random = SplitMix64(seed: 7)
        let texts = (0..<4000).map { index in
            let value = Double(bitPattern: random.next())
            let plain = Double(Int64(truncatingIfNeeded: random.next()) >> (index % 60)) / pow(10, Double(index % 12))
            return index % 2 == 0 && value.isFinite ? "\(value)" : "\(plain)"
        }
        let frame = try table("a\n" + texts.joined(separator: "\n"))
        #expect(frame["a"].numbers.map(\.bitPattern) == texts.map { Double($0)!.bitPattern })
    }

    @Test func `takes the types that it is told`() throws {
        let frame = try table("zip,size\n07001,b\n10001,a\n") { $0.kinds = ["zip": .text, "size": .category] }
        #expect(frame["zip"].strings == ["07001", "10001"])
        #expect(frame["size"].codes == [1, 0])
        #expect(try table("a\tb\n1\t2\n") { $0.separator = "\t" }.shape == [1, 2])
        #expect(try table("1,2\n3,4\n") { $0.hasHeader = false }["1"].ints == [2, 4])
        #expect(try table("a\n?\n3\n") { $0.missing = ["?"] }["a"].ints == [nil, 3])
    }

    @Test func `tells NA from a text in quotation marks`() throws {
        #expect(try table("a,b\nNA,1\n\"NA\",2\nx,3\n")["a"].strings == [nil, "NA", "x"])
    }

    @Test func `may have no rows, or names that are missing`() throws {
        #expect(try table("a,b\n").shape == [0, 2])
        #expect(try table(",b\n1,2\n").names == ["Unnamed: 0", "b"])
        #expect(try table("a\n1\n").shape == [1, 1])
    }
}

@Suite struct `A file that is no table` {
    @Test(arguments: ["", "\n\n", "\u{FEFF}"])
    func `says so if it is empty`(_ text: String) {
        #expect(problem(text)?.problem == "expected a table, found an empty file")
    }

    @Test func `says which row has too many fields or too few`() {
        let short = problem("a,b,c\n1,2,3\n\n4,5\n")
        #expect(short?.line == 4)
        #expect(short?.problem == "expected 3 fields, as there are names, found 2")
        #expect(problem("a,b\n1,2,3,4\n")?.problem == "expected 2 fields, as there are names, found 4")
    }

    @Test func `says where a quotation mark does not belong`() {
        let open = problem("a,b\n1,x\n2,\"y\n3,z\n")
        #expect(open?.line == 3)
        #expect(open?.column == "b")
        #expect(open?.problem.contains("never ends") == true)
        #expect(problem("a,b\n1,x\"y\n")?.problem.contains("inside of a field") == true)
        let after = problem("a,b\n\"x\ny\"z,1\n")
        #expect(after?.line == 3)
        #expect(after?.problem.contains("after its closing quotation mark") == true)
    }

    @Test func `says what is wrong with names`() {
        #expect(problem("a,b,a\n1,2,3\n")?.description.hasPrefix("the text:1, column “a”: two columns") == true)
        #expect(problem("a\n1\n") { $0.dates = ["b"] }?.problem == "there is no column “b”")
    }

    @Test func `says which date is none, and which number`() {
        let date = problem("a,when\n1,2012-01-05\n2,2012-02-30\n") { $0.dates = ["when"] }
        #expect(date?.line == 3)
        #expect(date?.column == "when")
        #expect(date?.problem == "expected a date such as 2006-11-16 or 11/16/2006 0:00, found “2012-02-30”")
        #expect(problem("a\nx\n") { $0.kinds = ["a": .int] }?.problem == "expected a whole number, found “x”")
    }

    @Test func `says in which line a value is not as it should be`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.csv")
            let text = "name,price\r\n\r\n\"two\nlines\",5\r\nx,-3\r\ny,\r\n"
            try text.write(to: file, atomically: true, encoding: .utf8)
            let frame = try DataFrame(csv: file)
            func problem(_ isRight: (Cell) -> Bool) -> TableProblem? {
                do {
                    try frame.expect("this", in: "price", of: file) { isRight($0) }
                    return nil
                } catch { return error as? TableProblem }
            }
            #expect(problem { $0.number != -3 }?.line == 5)
            #expect(problem { $0.number != 5 }?.line == 3)
            #expect(problem { $0.number != -3 }?.problem == "expected this, found “-3”")
            let missing = problem { !$0.isMissing }?.description ?? ""
            #expect(missing.hasPrefix("\(file.path):6, column “price”: expected this, found nothing"))
            #expect(problem { _ in true } == nil)
        }
    }

    @Test func `says that it is in another encoding`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.csv")
            try Data("a,b\n1,\"x\ny\"\n1,".utf8 + [0xE9] + "t\u{0A}".utf8).write(to: file)
            let problem = #expect(throws: TableProblem.self) { try DataFrame(csv: file) }
            #expect(problem?.line == 4 && problem?.column == "b")
            #expect(problem?.problem == "this is not text in UTF-8")
            #expect(try DataFrame(csv: file, CSVOptions { $0.isLatin1 = true })["b"].strings == ["x\ny", "ét"])
            try Data([0xFF, 0xFE, 0x61, 0x00]).write(to: file)
            #expect(throws: TableProblem(file.path, "expected text in UTF-8, found UTF-16", try: "saving it as UTF-8"))
            {
                try DataFrame(csv: file)
            }
            #expect(throws: TableProblem.self) { try DataFrame(csv: folder) }
            #expect(throws: TableProblem.self) { try DataFrame(csv: folder.appending(path: "none.csv")) }
        }
    }
}

@Suite struct `Cutting a file into parts` {
    /// Fields with everything that could mislead, and line ends of both kinds.
    private let bytes: [UInt8] = {
        let fields = ["x", "\"a\nb\"", "\"\"\"\"", "\"\r\n,\"", "", "12", "\"\"\"\n\"\"\""]
        var random = SplitMix64(seed: 3)
        let lines = (0..<200).map { _ in
            (0..<3).map { _ in fields[Int(random.next() % 7)] }.joined(separator: ",")
                + (random.next() % 2 == 0 ? "\n" : "\r\n")
        }
        return Array(("a,b,c\n" + lines.joined()).utf8)
    }()

    @Test(arguments: [1, 2, 3, 5, 7, 16, 64, 1000, 100_000])
    func `gives whole rows, whatever the size of the parts`(_ size: Int) throws {
        let source = CSVSource(bytes, name: "x")
        let parts = try source.parts(from: 0, size: size)
        #expect(parts.first?.lowerBound == 0)
        #expect(parts.last?.upperBound == bytes.count)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound && !$0.isEmpty })
        // Every part ends outside of quotation marks, behind a line end.
        for part in parts {
            #expect(bytes[part].count { $0 == .quote } % 2 == 0)
            #expect(bytes[part.upperBound - 1] == .newline)
        }
    }
}

@Suite struct `Writing a table` {
    private let frame = DataFrame([
        "id": [1, nil, 3], "x": [0.1, .double(.infinity), nil], "text": ["a,b", "say \"hi\"\nor not", "NA"],
        "flag": [nil, true, false],
        "day": [.date(DateTime(2006, 11, 16)!), nil, .date(DateTime(2012, 1, 5, hour: 7)!)],
    ])

    @Test func `gives the same table when it is read`() throws {
        let options = CSVOptions { $0.dates = ["day"] }
        #expect(try DataFrame(csvText: frame.csvText(), options) == frame)
        try withFolder { folder in
            let file = folder.appending(path: "a.csv")
            try frame.write(csv: file)
            #expect(try DataFrame(csv: file, options) == frame)
            #expect(throws: TableProblem.self) { try frame.write(csv: folder.appending(path: "none/a.csv")) }
        }
        let semicolons = CSVOptions {
            $0.dates = ["day"]; $0.separator = ";"
        }
        #expect(try DataFrame(csvText: frame.csvText(semicolons), semicolons) == frame)
    }

    @Test func `keeps a row in which the only value is missing`() throws {
        let single = DataFrame(["a": [1, nil, 3]])
        #expect(single.csvText() == "a\n1\n\"\"\n3\n")
        #expect(try DataFrame(csvText: single.csvText()) == single)
    }

    @Test func `keeps all digits of a fraction`() throws {
        let numbers = DataFrame(["a": Column([1.0 / 3, 1e-300, 123_456_789.125, -0.0])])
        #expect(
            try DataFrame(csvText: numbers.csvText())["a"].numbers.map(\.bitPattern)
                == numbers["a"].numbers.map(\.bitPattern))
    }
}

@Suite struct `A file that ends early` {
    @Test(arguments: ["a", "a,b", "a,b\n", "a,b\n1,2", "\"a\"", "a,\"b\"", "a,", "\"\"", ",\n,", "a\r", "a\r\n1\r"])
    func `is read to its end`(_ text: String) throws {
        let frame = try table(text)
        #expect(frame.columnCount == (text.contains(",") ? 2 : 1))
        #expect(frame.rowCount == (text.contains("1") || text == ",\n," ? 1 : 0))
    }
}
