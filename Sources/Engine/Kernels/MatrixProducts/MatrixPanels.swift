// # Panels: the right operand, laid out for the tile
//
// A tile reads b a few vectors at a time, from the first row to the last. In memory these pieces of rows are far apart:
// every one is on another page, and what one evicts from the cache another needs. So the columns that a tile sees, a
// *panel*, are copied behind one another beforehand. Every tile of the result below reads the copy again, which pays
// for it if there are many; if there are few, or b is small, tiles read b where it is.

/// The columns of b [depth, columns], in panels of a few vectors.
struct MatrixPanels {
    /// Some columns, in vectors of one width.
    struct Panel {
        var columns: Range<Int>
        var vectors, width: Int
        /// With the columns that fill up the last vector.
        var size: Int { vectors * width }
        var isFull: Bool { columns.count == size }
    }

    let depth, columns: Int
    private let b: MatrixView
    private let width: Int
    /// Vectors of this width, and the panels that they make. If half a vector is enough for all columns, there are
    /// none, and the only panel is one of a narrower vector.
    private let wide, widePanels: Int
    private let isPacked: Bool
    /// The packed panels; or else the last row of the last panel, filled up.
    private let room: UnsafeMutablePointer<Float>

    /// How many panels there are.
    var count: Int { max(1, widePanels) }
    /// Vectors of the widest.
    var mostVectors: Int { widePanels == 0 ? 1 : dividedUp(wide, by: widePanels) }

    /// Floats of room for this many columns.
    static func room(depth: Int, columns: Int, width: Int, isPacked: Bool) -> Int {
        isPacked ? depth * (columns + width) : 4 * width
    }

    /// Whether tiles can read b [.., columns] where it is: rows must be dense, and long enough that reading whole
    /// vectors does not go beyond the row after.
    static func canStay(_ b: MatrixView, columns: Int) -> Bool { b.isDenseByRow && columns > 1 }

    /// - Parameters:
    ///   - b: [depth, columns]
    ///   - tile: says how wide a panel can be.
    ///   - isPacked: false leaves b where it is.
    ///   - room: as many floats as `room(…)` says; they must stay as long as the panels are used.
    init(
        _ b: MatrixView, depth: Int, columns: Int, _ tile: TileLimits, isPacked: Bool, room: UnsafeMutablePointer<Float>
    ) {
        (self.b, self.depth, self.columns, width) = (b, depth, columns, tile.width)
        (self.isPacked, self.room) = (isPacked, room)
        wide = columns > width / 2 ? dividedUp(columns, by: width) : 0
        widePanels = dividedUp(wide, by: tile.mostVectors)
        pack()
    }

    subscript(number: Int) -> Panel {
        guard wide > 0 else { return Panel(columns: 0..<columns, vectors: 1, width: columns <= 4 ? 4 : width / 2) }
        let vectors = evenly(wide, in: widePanels, number)
        let columns = vectors.lowerBound * width..<min(vectors.upperBound * width, self.columns)
        return Panel(columns: columns, vectors: vectors.count, width: width)
    }

    /// Whether tiles of so few rows read a large b where it is: then it is best read row by row.
    func areStreamed(by rows: Int) -> Bool { !isPacked && isStreamed(rows, b, columns, depth) }

    /// Some rows of a panel, for a tile.
    func rows(_ rows: Range<Int>, of panel: Panel) -> TileColumns {
        let base = isPacked ? UnsafePointer(place(panel, 0..<0)) : b.base + panel.columns.lowerBound
        let stride = isPacked ? panel.size : b.rowStride
        let isFilledUp = !isPacked && !panel.isFull && rows.upperBound == depth
        return TileColumns(
            base: base + rows.lowerBound * stride, stride: stride,
            last: isFilledUp ? UnsafePointer(room) : base + (rows.upperBound - 1) * stride)
    }

    private func place(_ panel: Panel, _ steps: Range<Int>) -> UnsafeMutablePointer<Float> {
        room + depth * panel.columns.lowerBound + steps.lowerBound * panel.size
    }

    /// Copies the panels; or, if tiles read b itself, the one row in which they would read beyond its end.
    private func pack() {
        guard columns > 0 && depth > 0 else { return }
        if isPacked {
            // Long panels are cut, between whole blocks of sixteen steps, so that all threads have something to do.
            let blocks = max(1, depth / 16)
            let parts = min(dividedUp(blocks, by: 4), max(1, 4 * depth * columns / (elementGrain * count)))
            let grain = max(1, elementGrain / 4 * count * parts / (depth * columns))
            parallelFor(count * parts, grain: grain) { range in
                for number in range {
                    let (panel, part) = (self[number / parts], evenly(blocks, in: parts, number % parts))
                    let steps = 16 * part.lowerBound..<(part.upperBound == blocks ? depth : 16 * part.upperBound)
                    if b.isDenseByRow { copy(panel, steps, to: place(panel, steps)) } else { turn(panel, steps) }
                }
            }
        } else if !self[count - 1].isFull {
            copy(self[count - 1], depth - 1..<depth, to: room)
        }
    }

    private func copy(_ panel: Panel, _ rows: Range<Int>, to: UnsafeMutablePointer<Float>) {
        let (present, whole) = (panel.columns.count, panel.columns.count / 16 * 16)
        var (to, from) = (to, b.base + panel.columns.lowerBound + rows.lowerBound * b.rowStride)
        for _ in rows {
            for j in stride(from: 0, to: whole, by: 16) { store(load(from + j), to: to + j) }
            for j in whole..<present { to[j] = from[j] }
            for j in present..<panel.size { to[j] = 0 }
            to += panel.size
            from += b.rowStride
        }
    }

    /// Columns are dense: sixteen of them are read side by side, sixteen steps at a time. Where fewer steps are left,
    /// the last sixteen are taken, some of them once more.
    private func turn(_ panel: Panel, _ steps: Range<Int>) {
        guard depth >= 16 else { return turnOneByOne(panel) }
        for column in stride(from: 0, to: panel.size, by: 16) {
            let present = min(16, panel.columns.count - column)
            let from = b.base + (panel.columns.lowerBound + column) * b.columnStride
            let width = min(16, panel.size - column)
            for step in stride(from: steps.lowerBound, to: steps.upperBound, by: 16) {
                let first = min(step, depth - 16)
                let to = place(panel, first..<first) + column
                if width == 16 {
                    turnSixteen(to, panel.size, from + first, b.columnStride, rows: present)
                } else {
                    turnNarrow(to, panel.size, width, from + first, present)
                }
            }
        }
    }

    /// Sixteen steps of fewer than sixteen columns.
    private func turnNarrow(
        _ to: UnsafeMutablePointer<Float>, _ stride: Int, _ width: Int, _ from: UnsafePointer<Float>, _ present: Int
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { square in
            let square = square.baseAddress!
            turnSixteen(square, 16, from, b.columnStride, rows: present)
            for p in 0..<16 { for j in 0..<width { to[p * stride + j] = square[16 * p + j] } }
        }
    }

    private func turnOneByOne(_ panel: Panel) {
        let (to, from) = (place(panel, 0..<0), b.base + panel.columns.lowerBound * b.columnStride)
        for p in 0..<depth {
            for j in 0..<panel.size {
                to[p * panel.size + j] = j < panel.columns.count ? from[p + j * b.columnStride] : 0
            }
        }
    }
}
