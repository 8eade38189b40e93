// Where the median is: the element in the middle of all, were they sorted.

/// places[row] = the first column of a row whose element is the median: of an even number, the lower of the two in the
/// middle. If there is a NaN, it is the first NaN.
///
/// - Parameters:
///   - places: room for `rows` numbers.
///   - x: [rows, columns], contiguous, at least one column.
public func medianPlaces(_ places: UnsafeMutablePointer<Int>, _ x: UnsafePointer<Float>, rows: Int, columns: Int) {
    parallelFor(rows, grain: max(1, 4_096 / max(columns, 1))) { range in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: columns) { ranks in
            for row in range {
                let x = x + row * columns
                for i in 0..<columns { ranks[i] = orderedBits(x[i]) }
                if let hole = (0..<columns).first(where: { x[$0] != x[$0] }) {
                    places[row] = hole
                } else {
                    let median = element((columns - 1) / 2, ofSorted: ranks)
                    places[row] = (0..<columns).first { orderedBits(x[$0]) == median }!
                }
            }
        }
    }
}

/// The element that would be at a place if all were sorted. Only the part with that place is looked into again and
/// again, halved each time: C. A. R. Hoare, "Algorithm 65: Find" (1961). It leaves the elements in another order.
private func element(_ place: Int, ofSorted x: UnsafeMutableBufferPointer<UInt32>) -> UInt32 {
    var (low, high) = (0, x.count - 1)
    while low < high {
        let pivot = x[(low + high) / 2]
        var (i, j) = (low, high)
        while i <= j {
            while x[i] < pivot { i += 1 }
            while x[j] > pivot { j -= 1 }
            if i <= j {
                x.swapAt(i, j)
                (i, j) = (i + 1, j - 1)
            }
        }
        // x[low...j] ≤ pivot ≤ x[i...high], and what lies between j and i equals it.
        if place <= j { high = j } else if place >= i { low = i } else { return pivot }
    }
    return x[place]
}
