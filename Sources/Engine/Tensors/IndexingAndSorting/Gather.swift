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
        gatherRows(y.memory.base, dense.base, stride: 1, length: 1, rows: places, count: places.count)
        return Tensor(array: y).recorded("gathered", partOf: self) { dy, dx in dx.array.add(dy.array, toPlaces: places)
        }
    }

    /// The places, in row-major order, of the elements that `indices` name.
    func flatPlaces(axis: Int, _ indices: IntTensor, _ operation: String) -> [Int] {
        let axis = axisIndex(axis, shape, operation)
        let fits = indices.rank == rank && shape.indices.allSatisfy { $0 == axis || indices.shape[$0] == shape[$0] }
        require(
            fits, "\(operation) \(shape) along axis \(axis) by \(indices.shape)",
            "the shapes differ not only along axis \(axis)")
        let (length, taken) = (shape[axis], indices.shape[axis])
        let (outer, inner) = (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
        if let bad = indices.firstOutside(length) {
            stop(
                "\(operation) \(shape) along axis \(axis)", "there is no entry \(bad)",
                try: "numbers from 0 to \(length - 1)")
        }
        return indices.withContiguous { indices in
            [Int](unsafeUninitializedCapacity: indices.count) { places, count in
                for i in 0..<outer * taken {
                    let start = i / Swift.max(taken, 1) * length * inner
                    for j in 0..<inner { places[i * inner + j] = start + indices[i * inner + j] * inner + j }
                }
                count = indices.count
            }
        }
    }
}
