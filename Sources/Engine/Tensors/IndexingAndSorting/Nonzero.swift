// # Where something is
//
//     (losses .> 2).nonzero()     one row for every true: its index
//
// The rows are in row-major order. Of a vector, `.squeezed(1)` gives plain numbers, as `rows` and `entries` take them.

extension NDArray<Bool> {
    /// The indices of all elements that are true, one row each: [trues, rank]
    public func nonzero() -> IntTensor {
        let places = truePlaces
        return IntTensor(shape: [places.count, rank]) { indices in
            for (row, place) in places.enumerated() {
                var rest = place
                for axis in (0..<rank).reversed() {
                    indices[row * rank + axis] = rest % shape[axis]
                    rest /= shape[axis]
                }
            }
        }
    }

    /// The numbers of the elements that are true, counted in row-major order.
    var truePlaces: [Int] { withContiguous { marks in marks.indices.filter { marks[$0] } } }
}

extension NDArray where Element: Comparable & Numeric {
    /// The indices of all elements that are not 0, one row each: [count, rank]
    public func nonzero() -> IntTensor { (self .!= .zero).nonzero() }
}

extension Tensor {
    /// The indices of all elements that are not 0 (NaN is not), one row each: [count, rank]
    public func nonzero() -> IntTensor { (self .!= 0).nonzero() }
}
