// Sorting, grouping, joining, summing up.

import Tabular
import Tensors
import Testing

private let sales = DataFrame([
    "state": ["Texas", "Ohio", "Texas", nil, "Ohio", "Texas"], "size": ["L", "S", "S", "L", "L", "L"],
    "price": [10, 20, 30, 40, nil, 50], "hours": [1.5, 2.5, nil, 0.5, 4.5, 3.5],
])

@Suite struct `Sorting a table` {
    @Test func `keeps the order of equal rows, and puts what is missing last`() {
        #expect(sales.sorted(by: "state")["price"] == [20, nil, 10, 30, 50, 40])
        #expect(sales.sorted(by: "state", descending: true)["price"] == [10, 30, 50, 20, nil, 40])
        #expect(sales.sorted(by: ["size", "hours"], descending: ["hours"])["price"] == [nil, 50, 10, 40, 20, 30])
        #expect(sales.sorted(by: [])["price"] == sales["price"])
    }

    @Test func `follows numbers by size, and categories by their order`() {
        let frame = DataFrame([
            ("x", Column([3.0, -1, .nan, -.infinity, 0, -0.0])),
            ("c", Column(["a", "b", "c", "a", "b", "c"]).asCategory(order: ["c", "a", "b"])),
        ])
        #expect(frame.sorted(by: "x")["c"].strings == ["a", "b", "b", "c", "a", "c"])
        #expect(frame.sorted(by: "c")["c"].codes == [0, 0, 1, 1, 2, 2])
    }

    @Test func `agrees with a sort of pairs, whatever the numbers`() {
        var random = SplitMix64(seed: 5)
        let (a, b) = ((0..<500).map { _ in Int(random.next() % 7) }, (0..<500).map { _ in Double(random.next() % 5) })
        let frame = DataFrame([("a", Column(a)), ("b", Column(b)), ("row", Column(Array(0..<500)))])
        let expected = (0..<500).sorted { (a[$0], -b[$0], $0) < (a[$1], -b[$1], $1) }
        #expect(frame.sorted(by: ["a", "b"], descending: ["b"])["row"].ints == expected)
    }

    @Test func `draws rows at most once`() {
        var random = SplitMix64(seed: 5)
        let drawn = sales.sample(6, using: &random)
        #expect(drawn.sorted(by: "hours")["hours"] == sales.sorted(by: "hours")["hours"])
        #expect(sales.sample(2, using: &random).rowCount == 2)
    }
}

@Suite struct `Groups of rows` {
    @Test func `give one row for each value, sorted by it`() {
        let groups = sales.grouped(by: "state")
        #expect(groups.count == 2)
        #expect(groups.rows == [[1, 4], [0, 2, 5]])
        #expect(groups.sizes == DataFrame(["state": ["Ohio", "Texas"], "count": [2, 3]]))
        #expect(groups[0]["price"] == [20, nil])
        let means = groups.aggregated([("price", .mean), ("price", .count), ("hours", .max), ("size", .uniqueCount)])
        #expect(means.names == ["state", "price mean", "price count", "hours max", "size uniqueCount"])
        #expect(means["price mean"] == [20.0, 30.0])
        #expect(means["price count"] == [1, 3])
        #expect(means["hours max"] == [4.5, 3.5])
        #expect(means["size uniqueCount"] == [2, 2])
    }

    @Test func `of several columns are the combinations that occur`() {
        let groups = sales.grouped(by: "size", "state")
        #expect(
            groups.keys == DataFrame(["size": ["L", "L", "S", "S"], "state": ["Ohio", "Texas", "Ohio", "Texas"]]))
        #expect(groups.rows == [[4], [0, 5], [1], [2]])
        #expect(sales.grouped(by: []).rows == [Array(0..<6)])
        #expect(DataFrame(["a": []]).grouped(by: "a").count == 0)
    }

    @Test(arguments: [
        (Aggregation.count, Cell.int(5)), (.uniqueCount, 5), (.sum, 150), (.mean, 30.0), (.median, 30.0), (.min, 10),
        (.max, 50), (.first, 10), (.last, 50), (.deviation, .double(250.0.squareRoot())),
    ])
    func `leave out what is missing`(_ aggregation: Aggregation, _ expected: Cell) {
        #expect(sales["price"].aggregated(aggregation) == expected)
    }

    @Test func `of nothing have no mean`() {
        let empty = Column([Double.nan])
        #expect(empty.mean.isNaN && empty.median.isNaN && empty.deviation.isNaN)
        #expect(empty.min == nil)
        #expect(empty.aggregated(.sum) == 0.0)
        #expect(Column([1]).deviation.isNaN)
        #expect((Column([Int.max, 1])).aggregated(.sum) == .double(Double(Int.max)))
    }

    @Test func `are counted, crossed and pivoted`() {
        #expect(sales.valueCounts("state") == DataFrame(["state": ["Texas", "Ohio"], "count": [3, 2]]))
        #expect(sales.valueCounts("state", countsMissing: true)["count"] == [3, 2, 1])
        #expect(
            sales.crosstab(rows: "state", columns: "size")
                == DataFrame(["state": ["Ohio", "Texas"], "L": [1, 2], "S": [1, 1]]))
        let pivot = sales.pivoted(rows: "state", columns: "size", values: "hours", .mean)
        #expect(pivot["L"] == [4.5, 2.5])
        #expect(pivot["S"] == [2.5, nil])
        #expect(sales["state"].unique == ["Texas", "Ohio", nil])
        #expect(sales["state"].uniqueCount == 2)
    }
}

@Suite struct `Joining tables` {
    let capitals = DataFrame(["state": ["Ohio", "Texas", "Utah", "Texas", nil], "capital": ["C", "A", "S", "a", "?"]])

    @Test func `puts the rows of equal keys side by side`() {
        let inner = sales.joined(with: capitals, on: ["state"])
        #expect(inner["capital"].strings == ["A", "a", "C", "A", "a", "C", "A", "a"])
        #expect(inner["price"] == [10, 10, 20, 30, 30, nil, 50, 50])
        let left = sales.joined(with: capitals, on: ["state"], .left)
        #expect(left.rowCount == 9)
        #expect(left["capital"][5] == nil)
        #expect(left["price"][5] == 40)
    }

    @Test func `names columns that both have`() {
        let other = DataFrame(["size": ["L"], "price": [1.0]])
        #expect(sales.joined(with: other, on: ["size"]).names == ["state", "size", "price_x", "hours", "price_y"])
    }

    @Test func `matches whole numbers with fractions`() {
        let left = DataFrame(["id": [1, 2], "a": [true, false]])
        #expect(left.joined(with: DataFrame(["id": [2.0, 2.5], "b": ["x", "y"]]), on: ["id"])["b"] == ["x"])
    }

    @Test func `puts one table below another`() {
        let below = sales.appending(DataFrame(["price": [1.5], "new": ["n"]]))
        #expect(below.shape == [7, 5])
        #expect(below["price"].kind == .double)
        #expect(below["new"].strings == [nil, nil, nil, nil, nil, nil, "n"])
        #expect(below["state"][6] == nil)
        #expect(DataFrame().appending(sales) == sales)
    }
}

@Suite struct `A table at a glance` {
    @Test func `has counts, means and quarters`() {
        let text = DataFrame(["x": [1, 2, 3, 4], "y": [1.0, nil, 3.0, nil], "z": ["a", "b", "a", nil]])
        let described = text.describe()
        #expect(described["x"] == [4.0, 2.5, .double(Column([1, 2, 3, 4]).deviation), 1.0, 1.75, 2.5, 3.25, 4.0])
        #expect(described["y"][0] == 2.0)
        #expect(described.names == ["statistic", "x", "y"])
        #expect(text.selecting(["z"]).describe()["z"].strings == ["3", "2", "a", "2"])
        #expect(text.overview()["missing"] == [0, 2, 1])
        #expect(text.missingCounts()["missing"] == [0, 2, 1])
    }

    @Test func `becomes truth values, one column for each level`() {
        let coded = DataFrame(["a": [1, 2, 3], "c": ["y", "x", nil]]).oneHot()
        #expect(coded.names == ["a", "c_x", "c_y"])
        #expect(coded["c_x"].bools == [false, true, false])
        #expect(coded["c_y"].bools == [true, false, false])
    }

    @Test func `loses or fills what is missing`() {
        #expect(sales.droppingMissing()["price"] == [10, 20, 50])
        #expect(sales.droppingMissing(in: ["price"]).rowCount == 5)
        #expect(sales["price"].filled(with: 0)[4] == 0)
        #expect(sales["state"].filled(with: "?").strings[3] == "?")
    }

    @Test func `gives rows to a condition, and columns that follow from them`() {
        #expect(sales.filter { ($0["hours"].number ?? 0) > 2 && $0["size"] == "L" }["price"] == [nil, 50])
        let twice = sales.mapRows { row in row["price"].number.map { .double($0 * 2) } ?? nil }
        #expect(twice == [20.0, 40.0, 60.0, 80.0, nil, 100.0])
    }

    @Test func `becomes a tensor`() {
        let frame = DataFrame(["a": [1, 2], "b": [0.5, 1.5], "c": [true, false]])
        #expect(frame.tensor().shape == [2, 3])
        #expect(frame.tensor(["c", "a"]).scalars == [1, 1, 0, 2])
    }

    @Test func `reads texts as dates`() throws {
        #expect(try Column(["2006-11-16", nil]).asDates().dates == [DateTime(2006, 11, 16), nil])
        #expect(throws: TableProblem.self) { try Column(["soon"]).asDates() }
    }
}
