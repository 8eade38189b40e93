// # Median: the number in the middle
//
// Half of the numbers are smaller, half are larger, and a few wild ones change nothing. Of an even number of elements
// there are two in the middle: the lower one is taken, so that the median is always one of the numbers, with a place
// and a gradient. Where there is a NaN, the median is NaN. (All this is as in PyTorch.)

import Kernels

extension Tensor {
    /// y = the median along an axis   ⇒   dy goes to where it was found first
    public func median(axis: Int, keepingAxes: Bool = false) -> (values: Tensor, indices: IntTensor) {
        let axis = checked([axis], "median")[0]
        require(shape[axis] > 0, "median of \(shape) along axis \(axis)", "there are no elements")
        let places = medianPlaces(array.foldedRows([axis])).reshaped(foldedShape([axis], true))
        return picked(places, axis, keepingAxes)
    }

    /// The median over several axes, NaN if there are no elements   ⇒   dy is shared by all elements that equal it
    public func median(axes: [Int], keepingAxes: Bool = false) -> Tensor {
        let axes = checked(axes, "median")
        let (rows, kept) = (array.foldedRows(axes), foldedShape(axes, true))
        let y =
            rows.shape[1] == 0
            ? Tensor.full(.nan, kept)
            : Tensor(array: rows).gathered(axis: 1, medianPlaces(rows)).reshaped(kept)
        return y.reshaped(foldedShape(axes, keepingAxes)).recorded("median", self) { dy in
            let x = detached()
            let mask = Tensor((x .== y) .| (x .!= x) .& (y .!= y))
            return dy.reshaped(kept) / mask.sum(axes: axes, keepingAxes: true) * mask
        }
    }
    public func median() -> Tensor { median(axes: Array(0..<rank)) }

    /// The column of each row's median, [rows, 1].
    private func medianPlaces(_ rows: NDArray<Float>) -> IntTensor {
        let places = IntTensor(uninitialized: [rows.shape[0], 1])
        Kernels.medianPlaces(places.memory.base, rows.base, rows: rows.shape[0], columns: rows.shape[1])
        return places
    }
}
