// # The matrix product
//
// The tile (MatrixTile.swift) multiplies as fast as the processor can, if its operands come from near caches. So a
// large product is cut into jobs whose numbers fit there: up to 120 rows of a (MatrixRows.swift), and up to 8 panels of
// b (MatrixPanels.swift), 512 steps at a time. The part of the result that a job computes stays in the cache as well,
// until all steps are done.
//
// Which terms are added up in which order depends on the sizes alone, and so the result has the same bits on any number
// of threads.
//
// Small operands on one side have ways of their own: TurnedProduct.swift, for a few rows times a large transposed
// weight, and DotProducts.swift and DeepProduct.swift, for long sums of which there are few.
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
    } else if let parts = partsOfDeepProduct(m: m, n: n, k: k, b) {
        multiplyInParts(parts, m: m, n: n, k: k, a, b, into: result)
    } else if suitsTurning(m: m, n: n, k: k, a, b) {
        multiplyTurned(m: m, n: n, k: k, a, b, into: result)
    } else if n == 1 && m > 1 && cStride == 1 && bias == nil {
        // A column of the result is a row of the transposed product, and rows are what tiles are made of.
        multiply(m: 1, n: m, k: k, b.transposed, a.transposed, into: c, cStride: m, accumulate: accumulate)
    } else {
        MatrixProduct(rows: m, a: a, result: result).multiply(b, depth: k)
    }
}

/// A product that tiles compute.
struct MatrixProduct {
    let rows: Int
    let a: MatrixView
    let result: TileResult

    // All by measurement, mostly on Zen 5, whose second cache holds 1 MB.

    /// The steps of a tile at a time.
    private static let mostSteps = 512
    /// The rows and panels of a job.
    private static let mostRows = 120, mostPanels = 8
    /// The steps at a time where b is read once and no more.
    private static let stepsOfStream = 16
    /// Multiplications that are worth a job of their own.
    private static let jobWork = 1 << 18
    /// Floats that are packed at a time: 8 MB, which stay in the last cache.
    private static let mostRoom = 1 << 21

    /// a · b (+ addend), b [depth, columns]
    func multiply(_ b: MatrixView, depth: Int) {
        let (tile, columns) = (TileLimits.best, result.columns)
        // Packing pays for many rows and a large b.
        let isLarge = columns * depth > 1 << 16
        let isPacked = !MatrixPanels.canStay(b, columns: columns) || rows > 16 && isLarge
        if isPacked && isLarge && rows <= Self.mostRows { return multiplyFewRows(b, depth: depth) }
        // Where not all of b finds room, long columns are cut first: then the same results are added to once more.
        let most = depth <= 4096 ? depth : max(2048, Self.mostRoom / columns)
        let stepParts = isPacked ? max(1, dividedUp(depth, by: max(1, most))) : 1
        let longest = dividedUp(depth, by: stepParts)
        let columnParts =
            isPacked ? parts(ofColumns: max(tile.panelWidth, Self.mostRoom / max(1, longest))) : [0..<columns]
        let room = MatrixPanels.room(
            depth: longest, columns: columnParts.map(\.count).max() ?? 0, width: tile.width, isPacked: isPacked)
        withScratch(room) { room in
            for columns in columnParts {
                for part in 0..<stepParts {
                    multiply(b, evenly(depth, in: stepParts, part), columns, part == 0, isPacked: isPacked, room)
                }
            }
        }
    }

    /// a · b (+ addend), with so few rows that all of them are in one job. So nobody else needs the panels of a job, and
    /// it lays them out itself, some steps at a time: they never leave its cache.
    private func multiplyFewRows(_ b: MatrixView, depth: Int) {
        let tile = TileLimits.best
        let panels = dividedUp(result.columns, by: tile.panelWidth)
        let wanted = max(dividedUp(panels, by: Self.mostPanels), jobsWanted(depth, result.columns))
        let jobs = parts(ofColumns: max(1, panels / wanted) * tile.panelWidth)
        let stepParts = dividedUp(depth, by: Self.mostSteps)
        parallelFor(jobs.count) { range in
            for columns in jobs[range] {
                let room = MatrixPanels.room(
                    depth: dividedUp(depth, by: stepParts), columns: columns.count, width: tile.width, isPacked: true)
                withScratch(room) { room in
                    for part in 0..<stepParts {
                        multiply(b, evenly(depth, in: stepParts, part), columns, part == 0, isPacked: true, room)
                    }
                }
            }
        }
    }

    /// Some columns of a · b, at some steps: added to what the steps before have left, if these are not the first.
    private func multiply(
        _ b: MatrixView, _ steps: Range<Int>, _ columns: Range<Int>, _ isFirst: Bool, isPacked: Bool,
        _ room: UnsafeMutablePointer<Float>
    ) {
        let panels = MatrixPanels(
            b.from(row: steps.lowerBound).from(column: columns.lowerBound), depth: steps.count,
            columns: columns.count, TileLimits.best, isPacked: isPacked, room: room)
        var c = result.only(columns)
        if !isFirst { c.addsToItself() }
        MatrixProduct(rows: rows, a: a.from(column: steps.lowerBound), result: c).multiply(panels)
    }

    /// Equal parts of the columns, each of whole panels (but for the end), and with at most so many columns.
    private func parts(ofColumns most: Int) -> [Range<Int>] {
        let width = TileLimits.best.panelWidth
        let panels = dividedUp(result.columns, by: width)
        let parts = dividedUp(panels, by: max(1, most / width))
        return (0..<parts).map { part in
            let panels = evenly(panels, in: parts, part)
            return panels.lowerBound * width..<min(panels.upperBound * width, result.columns)
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
        let isStreamed = panels.areStreamed(by: rows)
        let stepParts = dividedUp(panels.depth, by: isStreamed ? Self.stepsOfStream : Self.mostSteps)
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
        if MatrixRows.pays(a, panels: panels) {
            withScratch(MatrixRows.room(job.count * dividedUp(rows, by: tiles), steps: steps.count)) { body(left($0)) }
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
        var c = result.only(panel.columns)
        if !isFirst { c.addsToItself() }
        for tile in job {
            let rows = evenly(rows, in: tiles, tile)
            panel.product(
                rows.count, steps.count, left.tile(rows), right, c.from(row: rows.lowerBound), Vector.self)
        }
    }

    /// In how many parts rows and panels are cut: so many that a job's numbers fit into the cache, and more if that
    /// gives threads something to do.
    private func jobs(_ panels: MatrixPanels, tiles: Int) -> (rowParts: Int, panelParts: Int) {
        let wanted = jobsWanted(panels.depth, panels.columns)
        let mostPanels = panels.areStreamed(by: rows) ? 4 * Self.mostPanels : Self.mostPanels
        var (rowParts, panelParts) = (dividedUp(rows, by: Self.mostRows), dividedUp(panels.count, by: mostPanels))
        let isLaidOut = MatrixRows.pays(a, panels: panels.count)
        if rowParts * panelParts < wanted && isLaidOut {
            // Rows that are laid out should serve many panels.
            rowParts = max(rowParts, min(dividedUp(rows, by: Self.mostRows / 2), dividedUp(wanted, by: panelParts)))
        }
        if rowParts * panelParts < wanted {
            let most = isLaidOut ? max(1, panels.count / MatrixRows.fewestPanels) : panels.count
            panelParts = evenParts(panels.count, atLeast: min(dividedUp(wanted, by: rowParts), most))
        }
        if rowParts * panelParts < wanted { rowParts = min(tiles, dividedUp(wanted, by: panelParts)) }
        // Equally many jobs for every thread.
        if sharesLoops && rowParts >= threadCount {
            rowParts = min(tiles, dividedUp(rowParts, by: threadCount) * threadCount)
        }
        return (rowParts, panelParts)
    }

    /// How many jobs there should be: enough for many threads, if there is enough to do. (What is added up to what, and
    /// in which order, is the same for any number of them.)
    private func jobsWanted(_ depth: Int, _ columns: Int) -> Int {
        sharesLoops ? max(1, min(rows * depth * columns / Self.jobWork, 8 * threadCount)) : 1
    }

    /// At least so many parts of `count`, or more where that makes them equal.
    private func evenParts(_ count: Int, atLeast parts: Int) -> Int {
        dividedUp(count, by: max(1, count / max(1, parts)))
    }
}
