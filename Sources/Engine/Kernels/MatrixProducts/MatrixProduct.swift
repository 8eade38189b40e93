// # The matrix product
//
// The tile (MatrixTile.swift) multiplies as fast as the processor can, if its operands come from near caches. So a
// large product is cut into jobs whose numbers fit there: up to 144 rows of a (MatrixRows.swift), and up to 6 panels of
// b (MatrixPanels.swift), 400 steps at a time. The part of the result that a job computes stays in the cache as well,
// until all steps are done.
//
// What belongs to which job depends on the sizes alone, and so the result has the same bits on any number of threads.
//
// Small operands on one side have ways of their own: TurnedProduct.swift, for a few rows times a large transposed
// weight, and DotProducts.swift, for long sums of which there are few.
//
// OpenBLAS, with the kernel that suits the processor best, is no faster on large matrices, but it must know the
// processor; here the compiler does. It gives a second opinion in tests and in the bench (OpenBLASProduct.swift).

/// c = a · b, or c += a · b, or c = a · b + bias.
///
/// - Parameters:
///   - m, n, k: a is [m, k], b is [k, n].
///   - c: [m, n], rows dense, `cStride` elements apart.
///   - accumulate: add to what c holds instead of overwriting it.
///   - bias: [n], added to every row; only without `accumulate`.
public func multiply(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, cStride: Int, accumulate: Bool = false, bias: UnsafePointer<Float>? = nil
) {
    guard m > 0 && n > 0 else { return }
    let result = TileResult(c, stride: cStride, columns: n, accumulate: accumulate, bias: bias)
    if suitsDotProducts(m: m, n: n, k: k, a, b) {
        multiplyByDotProducts(m: m, n: n, k: k, a, b, into: result)
    } else if suitsTurning(m: m, n: n, k: k, b) {
        multiplyTurned(m: m, n: n, k: k, a, b, into: result)
    } else if n == 1 && cStride == 1 && bias == nil {
        // A column of the result is a row of the transposed product, and rows are what tiles are made of.
        let row = TileResult(c, stride: m, columns: m, accumulate: accumulate)
        MatrixProduct(rows: 1, a: b.transposed, result: row).multiply(a.transposed, depth: k)
    } else {
        MatrixProduct(rows: m, a: a, result: result).multiply(b, depth: k)
    }
}

/// A product that tiles compute.
struct MatrixProduct {
    let rows: Int
    let a: MatrixView
    let result: TileResult

    /// The steps of a tile at a time.
    private static let mostSteps = 400
    /// The rows and panels of a job.
    private static let mostRows = 144, mostPanels = 6
    /// Multiplications that are worth a job of their own.
    private static let jobWork = 1 << 18
    /// Floats that are packed at a time: 16 MB.
    private static let mostRoom = 1 << 22

    /// a · b (+ addend), b [depth, columns]
    func multiply(_ b: MatrixView, depth: Int) {
        let (tile, columns) = (TileLimits.best, result.columns)
        // Packing pays for many rows and a large b.
        let isPacked = !MatrixPanels.canStay(b, columns: columns) || rows > 16 && columns * depth > 1 << 16
        let mostColumns = max(tile.mostVectors * tile.width, Self.mostRoom / max(depth, 1) / tile.width * tile.width)
        let parts = isPacked ? dividedUp(columns, by: mostColumns) : 1
        let room = MatrixPanels.room(
            depth: depth, columns: dividedUp(columns, by: parts), width: tile.width, isPacked: isPacked)
        withScratch(room) { room in
            for part in 0..<parts {
                let columns = evenly(columns, in: parts, part)
                var c = result.from(column: columns.lowerBound)
                c.columns = columns.count
                let panels = MatrixPanels(
                    b.from(column: columns.lowerBound), depth: depth, columns: columns.count, tile, isPacked: isPacked,
                    room: room)
                MatrixProduct(rows: rows, a: a, result: c).multiply(panels)
            }
        }
    }

    /// a times what is in these panels.
    func multiply(_ panels: MatrixPanels) {
        guard rows > 0 && panels.columns > 0 else { return }
        guard panels.depth > 0 else { return writeAddend() }
        #if arch(x86_64)
            let wide = TileLimits.best.width == 16
            if wide { multiply(panels, SIMD16<Float>.self) } else { multiply(panels, SIMD8<Float>.self) }
        #else
            multiply(panels, SIMD4<Float>.self)
        #endif
    }

    /// The sum of no products.
    private func writeAddend() {
        for row in 0..<rows {
            let c = result.from(row: row)
            for j in 0..<c.columns { c.base[j] = c.addend?[j] ?? 0 }
        }
    }

    private func multiply<Vector: SIMD<Float>>(_ panels: MatrixPanels, _: Vector.Type) {
        let tiles = dividedUp(rows, by: TileLimits.best.mostRows[panels.mostVectors - 1])
        let (rowParts, panelParts) = jobs(panels, tiles: tiles)
        let stepParts = dividedUp(panels.depth, by: Self.mostSteps)
        // A thread gets jobs that follow one another: those of its first panels, then of the next. So what it reads of
        // b stays in its cache, and is mostly what it packed itself.
        parallelFor(rowParts * panelParts) { jobs in
            for job in jobs {
                let tilesHere = evenly(tiles, in: rowParts, job % rowParts)
                let panelsHere = evenly(panels.count, in: panelParts, job / rowParts)
                for part in 0..<stepParts {
                    let steps = evenly(panels.depth, in: stepParts, part)
                    withRows(of: tilesHere, in: tiles, steps, panels: panelsHere.count) { left in
                        for number in panelsHere {
                            add(left, tilesHere, in: tiles, panels, number, steps, isFirst: part == 0, Vector.self)
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` with the rows of these tiles, laid out if so many panels pay for it.
    @inline(__always)
    private func withRows(
        of job: Range<Int>, in tiles: Int, _ steps: Range<Int>, panels: Int, _ body: (MatrixRows) -> Void
    ) {
        func left(_ room: UnsafeMutablePointer<Float>?) -> MatrixRows {
            MatrixRows(a, rows: rows, tiles: tiles, job: job, steps: steps, room: room)
        }
        if MatrixRows.pays(a, rows: rows, panels: panels) {
            withScratch(job.count * dividedUp(rows, by: tiles) * steps.count) { body(left($0)) }
        } else {
            body(left(nil))
        }
    }

    /// Some tiles times a panel, at some steps: added to what the steps before have left.
    @inline(__always)
    private func add<Vector: SIMD<Float>>(
        _ left: MatrixRows, _ job: Range<Int>, in tiles: Int, _ panels: MatrixPanels, _ number: Int,
        _ steps: Range<Int>, isFirst: Bool, _: Vector.Type
    ) {
        let panel = panels[number]
        let right = panels.rows(steps, of: panel)
        var c = result.from(column: panel.columns.lowerBound)
        c.columns = panel.columns.count
        if !isFirst { (c.addend, c.addendStride) = (UnsafePointer(c.base), c.stride) }
        for tile in job {
            let rows = evenly(rows, in: tiles, tile)
            panel.product(
                rows.count, steps.count, left.tile(rows), right, c.from(row: rows.lowerBound), Vector.self)
        }
    }

    /// In how many parts rows and panels are cut: so many that a job's numbers fit into the cache, and more if that
    /// gives threads something to do.
    private func jobs(_ panels: MatrixPanels, tiles: Int) -> (rowParts: Int, panelParts: Int) {
        let wanted = max(1, min(rows * panels.depth * panels.columns / Self.jobWork, 32))
        var (rowParts, panelParts) = (
            dividedUp(rows, by: Self.mostRows), dividedUp(panels.count, by: Self.mostPanels)
        )
        if rowParts * panelParts < wanted { panelParts = min(panels.count, dividedUp(wanted, by: rowParts)) }
        if rowParts * panelParts < wanted { rowParts = min(tiles, dividedUp(wanted, by: panelParts)) }
        return (rowParts, panelParts)
    }
}

extension MatrixPanels.Panel {
    /// Some rows times this panel.
    @inline(__always)
    fileprivate func product<Vector: SIMD<Float>>(
        _ rows: Int, _ depth: Int, _ a: TileRows, _ b: TileColumns, _ c: TileResult, _: Vector.Type
    ) {
        switch (vectors, width) {
        case (4, _): tile(rows, depth, a, b, c, InlineArray<4, Vector>.self)
        case (3, _): tile(rows, depth, a, b, c, InlineArray<3, Vector>.self)
        case (2, _): tile(rows, depth, a, b, c, InlineArray<2, Vector>.self)
        case (_, 16): tile(rows, depth, a, b, c, InlineArray<1, SIMD16<Float>>.self)
        case (_, 8): tile(rows, depth, a, b, c, InlineArray<1, SIMD8<Float>>.self)
        default: tile(rows, depth, a, b, c, InlineArray<1, SIMD4<Float>>.self)
        }
    }
}

/// The product of a tile with this many rows.
private func tile<let vectors: Int, Vector: SIMD<Float>>(
    _ rows: Int, _ depth: Int, _ a: TileRows, _ b: TileColumns, _ c: TileResult, _: InlineArray<vectors, Vector>.Type
) {
    switch rows {
    case 8: multiplyTile(depth: depth, a, b, into: c, TileSums<8, vectors, Vector>.self)
    case 7: multiplyTile(depth: depth, a, b, into: c, TileSums<7, vectors, Vector>.self)
    case 6: multiplyTile(depth: depth, a, b, into: c, TileSums<6, vectors, Vector>.self)
    case 5: multiplyTile(depth: depth, a, b, into: c, TileSums<5, vectors, Vector>.self)
    case 4: multiplyTile(depth: depth, a, b, into: c, TileSums<4, vectors, Vector>.self)
    case 3: multiplyTile(depth: depth, a, b, into: c, TileSums<3, vectors, Vector>.self)
    case 2: multiplyTile(depth: depth, a, b, into: c, TileSums<2, vectors, Vector>.self)
    default: multiplyTile(depth: depth, a, b, into: c, TileSums<1, vectors, Vector>.self)
    }
}
