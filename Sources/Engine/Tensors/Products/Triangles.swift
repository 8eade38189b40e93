// # Triangles of matrices
//
// `Tensor.ones(n, n).tril()` has a 1 wherever a word may look: at itself and at all words before it.

extension Tensor {
    /// The lower triangle of each matrix, 0 above it: y[..., i, j] = x[..., i, j] where j - i ≤ diagonal
    ///   ⇒   dx = dy there, else 0
    ///
    /// [..., rows, columns] → the same shape
    ///
    /// - Parameter diagonal: the last that is kept: 0 is the main one, 1 the one above it, -1 the one below.
    public func tril(diagonal: Int = 0) -> Tensor { part("tril") { row, column in column - row <= diagonal } }

    /// The upper triangle of each matrix, 0 below it: y[..., i, j] = x[..., i, j] where j - i ≥ diagonal
    ///   ⇒   dx = dy there, else 0
    ///
    /// [..., rows, columns] → the same shape
    ///
    /// - Parameter diagonal: the first that is kept: 0 is the main one, 1 the one above it, -1 the one below.
    public func triu(diagonal: Int = 0) -> Tensor { part("triu") { row, column in column - row >= diagonal } }

    private func part(_ name: String, keeping isKept: (_ row: Int, _ column: Int) -> Bool) -> Tensor {
        require(rank >= 2, "\(name) of \(shape)", "there are no matrices", try: "[..., rows, columns]")
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let mask = BoolTensor(shape: [rows, columns]) { mask in
            for place in mask.indices { mask[place] = isKept(place / columns, place % columns) }
        }
        return Tensor.where(mask, self, 0)
    }
}
