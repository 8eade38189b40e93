// Tables of typed columns: making, reading and changing them.

import Tabular
import Testing

@Suite struct `A table` {
    let frame = DataFrame([
        "name": ["Ada", "Bob", nil, "Ada"], "age": [36, nil, 7, 52], "height": [1.65, 1.8, nil, 1.7],
        "member": [true, false, true, nil],
    ])

    @Test func `has columns of the narrowest types that hold their values`() {
        #expect(frame.shape == [4, 4])
        #expect(frame.columns.map(\.kind) == [.text, .int, .double, .bool])
        #expect(Column([1, 2.5, nil] as [Cell]).kind == .double)
        #expect(Column([1, "a"] as [Cell]) == ["1", "a"])
        #expect(Column([true, 1] as [Cell]).kind == .text)
        #expect(Column([nil, nil] as [Cell]).kind == .double)
    }

    @Test func `keeps whole numbers whole beside what is missing`() {
        #expect(frame["age"].ints == [36, nil, 7, 52])
        #expect(frame["age"].missingCount == 1)
        #expect(frame.columns.map(\.missingCount) == [1, 1, 1, 1])
        #expect(frame["name"].isMissing.indices == [2])
    }

    @Test func `gives cells, rows and columns by place and by name`() {
        #expect(frame[0, 1] == 36)
        #expect(frame[1, 1] == nil)
        #expect(frame[..., 0] == frame["name"])
        #expect(frame[3]["name"] == "Ada")
        #expect(frame[3, ...][1] == 52)
        #expect(frame[1..<3, 0...1] == DataFrame(["name": ["Bob", nil], "age": [nil, 7]]))
        #expect(frame[2...].rowCount == 2)
        #expect(frame.head(2).shape == [2, 4])
        #expect(frame.tail(1)["age"].ints == [52])
        #expect(frame.head(9) == frame)
        #expect(frame.head(-1).rowCount == 0)
    }

    @Test func `takes new columns, and gives up old ones`() {
        var frame = frame
        frame["twice"] = frame["age"] * 2
        #expect(frame["twice"].ints == [72, nil, 14, 104])
        frame["age"] = [1, 2, 3, 4]
        #expect(frame.names == ["name", "age", "height", "member", "twice"])
        #expect(frame.dropping("name", "twice").names == ["age", "height", "member"])
        #expect(frame.selecting(["member", "age"]).names == ["member", "age"])
        #expect(frame.renaming(["age": "years"]).names[1] == "years")
    }

    @Test func `adds columns row by row`() {
        let small = DataFrame(["a": [1, 2], "b": [11, 12]])
        #expect(small["a"] + small["b"] == [12, 14])
        #expect(small["a"] / small["b"] == Column([1.0 / 11, 2.0 / 12]))
        #expect(Column(["x", nil]) + Column(["y", "z"]) == ["xy", nil])
        #expect((Column([Int.max]) + Column([1])).kind == .double)
        #expect(Column([1.0, nil]).mapNumbers { $0 + 1 } == [2.0, nil])
        #expect(Column(["b", "a", "b"]).mapTexts { $0.uppercased() } == ["B", "A", "B"])
    }

    @Test func `is a value`() {
        var copy = frame
        copy["age"].set(0, where: copy["age"].isMissing)
        #expect(copy["age"].ints == [36, 0, 7, 52])
        #expect(frame["age"].ints == [36, nil, 7, 52])
        #expect(copy != frame)
    }

    @Test func `finds rows by conditions`() {
        #expect((frame["age"] > 30 && frame["name"] == "Ada").indices == [0, 3])
        #expect((frame["age"] <= 7 || frame["member"] == false).indices == [1, 2])
        #expect((!(frame["name"] == "Ada")).indices == [1, 2])
        #expect((frame["age"] == nil).indices == [1])
        #expect((frame["age"] != nil).indices == [0, 2, 3])
        #expect((frame["height"] > 1.68).indices == [1, 3])
        #expect((frame["name"] < "B").indices == [0, 3])
        #expect((frame["name"] == 36).trueCount == 0)
        #expect(frame["name"].isOne(of: ["Bob", nil]).indices == [1, 2])
        #expect(frame[frame["age"] > 30]["age"].ints == [36, 52])
    }

    @Test func `compares categories by their own order`() {
        let size = Column(["Small", "Large", nil, "Mini"]).asCategory(order: ["Large", "Medium", "Small", "Mini"])
        #expect(size.codes == [2, 0, -1, 3])
        #expect((size > "Medium").indices == [0, 3])
        #expect(size.isOrdered)
        let plain = Column(["b", "B", "a"]).asCategory()
        #expect(plain.levels == ["B", "a", "b"])
        #expect(plain.codes == [2, 0, 1])
        var changed = size
        changed.set("Medium", where: changed == "Mini")
        #expect(changed.codes == [2, 0, -1, 1])
        #expect(changed.kind == .category)
        #expect(Column(["x", "y"]).asCategory(order: ["y"]).codes == [-1, 0])
    }

    @Test func `prints itself no wider than asked for`() {
        let text = frame.description
        #expect(
            text
                == """
                   name  age  height  member
                -  ────  ───  ──────  ──────
                0  Ada    36  1.6500  true
                1  Bob         1.8000  false
                2          7          true
                3  Ada    52  1.7000
                """.replacing("-  ", with: "─  ").replacing("       1.8", with: "      1.8"))
        let wide = DataFrame((0..<40).map { ("column \($0)", Column(Array(0..<100))) })
        let lines = wide.text(width: 60, rows: 6).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 60 })
        #expect(lines.last == "100 rows × 40 columns")
        #expect(lines.count == 10)
        #expect(lines[5].contains("…"))
        #expect(DataFrame().description == "a table without columns")
        let long = DataFrame(["a": [.text(String(repeating: "x", count: 200))]])
        #expect(long.description.split(separator: "\n").allSatisfy { $0.count < 40 })
        #expect(DataFrame(["a": ["one\ntwo"]]).description.hasSuffix("0  one ⏎ two"))
    }

    @Test func `says which columns there are`() {
        #expect(
            throws: TableProblem("the table", "there is no column “x”", try: "one of “name”, “age”, “height”, “member”")
        ) {
            try frame.column("x")
        }
    }

    @Test func `shows a row as names and cells`() {
        #expect(frame[1].description == "name    Bob\nage\nheight  1.800000\nmember  false")
    }
}
