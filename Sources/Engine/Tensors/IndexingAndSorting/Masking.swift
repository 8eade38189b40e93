// # What a mask marks: x[mask], and x[mask] = y

import Kernels

extension Tensor {
    /// The elements at which the mask is true, in row-major order: [number of trues]
    ///
    /// A mask over the first axes only picks whole entries: [4, 3] by a mask [4] → [trues, 3].
    /// `x[mask] = y` replaces them with as many others, or with whatever broadcasts to that: x[x .< 0] = Tensor(0)
    ///   ⇒   dx = dy where the mask is false, else 0; the new values get the rest
    public subscript(_ mask: BoolTensor) -> Tensor {
        get {
            let places = places(mask)
            return reshaped([mask.count] + shape[mask.rank...]).rows(places)
        }
        set {
            require(
                !(Autograd.isRecording && node?.isLeaf == true), "assignment to a part of \(shape)",
                "a parameter cannot be changed while gradients are recorded", try: "noGrad { … }")
            let (past, places, picked) = (Tensor(NDArray(0), node), places(mask), newValue.shape)
            let rows = [mask.count] + shape[mask.rank...]
            forgetPast()
            array.put(newValue.array, at: places, of: rows)
            self = recorded("assign", [past, newValue]) { dy in
                var kept = dy.array
                kept.put(NDArray(0), at: places, of: rows)
                return [Tensor(array: kept), dy.reshaped(rows).rows(places).summed(to: picked)]
            }
        }
    }

    /// The numbers of the entries that a mask over the first axes marks.
    private func places(_ mask: BoolTensor) -> [Int] {
        require(
            mask.rank <= rank && mask.shape == Array(shape.prefix(mask.rank)),
            "index \(shape) by a mask \(mask.shape)", "the mask is not of the same shape",
            try: "a mask of shape \(shape), or of its first axes")
        return mask.truePlaces
    }
}

extension NDArray<Float> {
    /// Replaces rows of this array, seen under another shape, with x, broadcast.
    fileprivate mutating func put(_ x: NDArray, at places: [Int], of rows: [Int]) {
        let wanted = [places.count] + rows.dropFirst()
        require(
            broadcastShape(wanted, x.shape, "= ") == wanted, "assignment of \(x.shape) to \(wanted) marked elements",
            "it does not fit", try: "one value for each, or one for all")
        let dense = x.expanded(to: wanted).contiguous()
        putRows(denseBase(), dense.base, length: rows.dropFirst().reduce(1, *), rows: places, count: places.count)
    }
}
