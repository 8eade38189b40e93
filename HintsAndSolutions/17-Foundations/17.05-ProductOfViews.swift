// Nudge: The three loops of the matrix product stay as they are. What changes is only how a number is found.
// Idea: a[i, k] is at place i · (first stride) + k · (second stride) of the storage of a. The same for b[k, j].
// Almost: Loop over i, then j, then k. The number of a is `a[i * aStrides[0] + k * aStrides[1]]`. For b, think which of
//   k and j counts its rows.

public func productOfViews(
    _ a: [Float], _ aStrides: [Int], _ b: [Float], _ bStrides: [Int], rows: Int, inner: Int, columns: Int
) throws -> [Float] {
    var c: [Float] = []
    for i in 0..<rows {
        for j in 0..<columns {
            let products = (0..<inner).map { k in
                a[i * aStrides[0] + k * aStrides[1]] * b[k * bStrides[0] + j * bStrides[1]]
            }
            c.append(products.reduce(0, +))
        }
    }
    return c
}
