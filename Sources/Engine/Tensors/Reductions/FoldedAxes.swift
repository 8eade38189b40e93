// # The axes that a reduction folds
//
// They may be given in any order, and counted from the end; each may occur once.

extension NDArray {
    /// Axis numbers in ascending order, each checked.
    func checked(_ axes: [Int], _ operation: String) -> [Int] {
        let places = axes.map { axisIndex($0, operation) }.sorted()
        require(Set(places).count == places.count, "\(operation) of \(shape) over axes \(axes)", "an axis occurs twice")
        return places
    }

    /// What is left of the shape. Folded axes, which are in ascending order, have length 1 or are gone.
    func foldedShape(_ axes: [Int], _ keep: Bool) -> [Int] {
        keep
            ? shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
            : otherAxes(axes).map { shape[$0] }
    }

    /// A row for every element of the folded shape, of all that is folded into it: [others, folded], dense.
    func foldedRows(_ axes: [Int]) -> NDArray {
        let order = otherAxes(axes) + axes
        return permuted(order).reshaped(
            order.dropLast(axes.count).reduce(1) { $0 * shape[$1] }, axes.reduce(1) { $0 * shape[$1] })
    }

    /// The reverse: such rows as an array of the given shape, a view.
    func unfolded(_ axes: [Int], to shape: [Int]) -> NDArray {
        let order = shape.indices.filter { !axes.contains($0) } + axes
        return reshaped(order.map { shape[$0] }).permuted(shape.indices.map { order.firstIndex(of: $0)! })
    }

    private func otherAxes(_ axes: [Int]) -> [Int] { shape.indices.filter { !axes.contains($0) } }
}

extension Tensor {
    /// Axis numbers in ascending order, each checked.
    func checked(_ axes: [Int], _ operation: String) -> [Int] { array.checked(axes, operation) }

    func foldedShape(_ axes: [Int], _ keep: Bool) -> [Int] { array.foldedShape(axes, keep) }
}
