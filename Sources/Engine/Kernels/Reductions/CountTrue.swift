// How many are true.

/// out[row] = how many of x[row, 0 ..< count] are true
public func countTrueRows(out: UnsafeMutablePointer<Int>, _ x: UnsafePointer<Bool>, rows: Int, count: Int) {
    parallelFor(rows, grain: max(1, elementGrain / max(count, 1))) { range in
        for row in range {
            var total = 0
            for r in 0..<count where x[row * count + r] { total += 1 }
            out[row] = total
        }
    }
}
