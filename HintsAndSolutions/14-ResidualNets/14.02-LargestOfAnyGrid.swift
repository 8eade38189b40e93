// Nudge: Rows and columns are cut independently of each other. Which entries does window i have along one axis?
// Idea: Write a function for the windows of one axis, as ranges. Then go through all pairs of a window of rows and one
//   of columns.
// Almost: ⌈a / b⌉ of whole numbers is (a + b − 1) / b. A row of the grid is an array, so a window of columns cuts a
//   slice out of it. The largest number of a pair of windows is the largest of the largest of these slices, one for
//   each row of the window.

public func largestOfGrid(_ grid: [[Float]], rows: Int, columns: Int) throws -> [[Float]] {
    func windows(_ length: Int, _ count: Int) -> [Range<Int>] {
        (0..<count).map { $0 * length / count..<(($0 + 1) * length + count - 1) / count }
    }
    return windows(grid.count, rows).map { row in
        windows(grid[0].count, columns).map { column in
            row.map { grid[$0][column].max()! }.max()!
        }
    }
}
