// # Picking elements by number
//
// The score of the right class, for every row: scores.gathered(axis: 1, labels.unsqueezed(1)).

import Kernels

extension Tensor {
    /// y[i, j] = x[i, indices[i, j]] along the given axis   ⇒   dy is added to where it came from
    ///
    /// - Parameter indices: shaped like this tensor, but for the length of `axis`.
    public func gathered(axis: Int, _ indices: IntTensor) -> Tensor {
        let places = flatPlaces(axis: axis, indices, "gathered")
        let dense = array.contiguous()
        let y = NDArray<Float>(uninitialized: indices.shape)
        gatherRows(y.storage.base, dense.base, stride: 1, length: 1, rows: places, count: places.count)
        return Tensor(array: y).recorded("gathered", self) { [shape, count] dy in
            dy.reshaped(-1).scatteredRows(to: [count], places).reshaped(shape)
        }
    }

    /// Where in row-major order each element lies that `indices` name.
    func flatPlaces(axis: Int, _ indices: IntTensor, _ operation: String) -> [Int] {
        let axis = axisIndex(axis, shape, operation)
        let fits = indices.rank == rank && shape.indices.allSatisfy { $0 == axis || indices.shape[$0] == shape[$0] }
        require(
            fits, "\(operation) \(shape) along axis \(axis) by \(indices.shape)",
            "the shapes differ elsewhere than along axis \(axis)")
        let length = shape[axis]
        let inner = shape[(axis + 1)...].reduce(1, *)
        let taken = indices.shape[axis]
        return indices.scalars.enumerated().map { flat, index in
            require(
                index >= 0 && index < length, "\(operation) \(shape) along axis \(axis)", "there is no entry \(index)",
                try: "numbers from 0 to \(length - 1)")
            let (outer, column) = (flat / (inner * Swift.max(taken, 1)), flat % inner)
            return (outer * length + index) * inner + column
        }
    }

    /// Zeros of the given shape, with row i of this tensor added to row `numbers[i]`.
    func scatteredRows(to shape: [Int], _ numbers: [Int]) -> Tensor {
        let dense = array.contiguous()
        let result = NDArray<Float>(uninitialized: shape)
        sumRows(
            result.storage.base, rows: shape[0], dense.base, length: shape.dropFirst().reduce(1, *),
            numbers: numbers, count: numbers.count)
        return Tensor(array: result)
    }
}
