// # What occurs, and how often
//
//     let (values, inverse, counts) = labels.unique()     labels 7, 2, 7 →  2 7,  1 0 1,  1 2
//     labels.bincount(minLength: 10)                      one count for each of 0 to 9

extension Tensor {
    /// The different numbers in ascending order, which of them each element is, and how often each occurs.
    ///
    /// values [n] · inverse, shaped like this tensor, each 0 ..< n · counts [n]
    ///
    /// -0 equals 0. NaN comes last, and equals nothing: every NaN is a number of its own. Not recorded.
    public func unique() -> (values: Tensor, inverse: IntTensor, counts: IntTensor) {
        let found = array.runs(in: flattened().argsort().scalars)
        return (Tensor(array: found.values), found.inverse, found.counts)
    }
}

extension NDArray<Int> {
    /// The different numbers in ascending order, which of them each element is, and how often each occurs.
    ///
    /// values [n] · inverse, shaped like this tensor, each 0 ..< n · counts [n]
    public func unique() -> (values: IntTensor, inverse: IntTensor, counts: IntTensor) { runs(in: sortedPlaces) }

    /// How often 0, 1, 2 and so on occur: as many counts as the largest number needs, and at least `minLength`.
    public func bincount(minLength: Int = 0) -> IntTensor {
        let numbers = scalars
        if let bad = numbers.first(where: { $0 < 0 }) {
            stop("bincount of \(shape)", "\(bad) is negative", try: "unique()")
        }
        let largest = numbers.max() ?? -1
        require(
            Swift.max(largest, minLength) < 1 << 40, "bincount of \(shape)",
            "it would need a count for every number up to \(Swift.max(largest, minLength))", try: "unique()")
        return IntTensor(shape: [Swift.max(minLength, largest + 1)]) { counts in
            counts.initialize(repeating: 0)
            for number in numbers { counts[number] += 1 }
        }
    }
}

extension NDArray<UInt8> {
    /// The different bytes in ascending order, which of them each element is, and how often each occurs.
    ///
    /// values [n] · inverse, shaped like this tensor, each 0 ..< n · counts [n]
    public func unique() -> (values: ByteTensor, inverse: IntTensor, counts: IntTensor) { runs(in: sortedPlaces) }
}

extension NDArray where Element: Comparable {
    /// The elements' numbers, in the order of the elements' sizes.
    fileprivate var sortedPlaces: [Int] {
        withContiguous { x in x.indices.sorted { x[$0] < x[$1] || x[$0] == x[$1] && $0 < $1 } }
    }

    /// The runs of equal elements, met in the given order.
    fileprivate func runs(in order: [Int]) -> (values: NDArray, inverse: IntTensor, counts: IntTensor) {
        var (values, counts): ([Element], [Int]) = ([], [])
        var inverse = [Int](repeating: 0, count: count)
        withContiguous { x in
            for place in order {
                if values.last != x[place] {
                    values.append(x[place])
                    counts.append(0)
                }
                counts[counts.count - 1] += 1
                inverse[place] = values.count - 1
            }
        }
        return (NDArray(values), IntTensor(shape: shape, inverse), IntTensor(counts))
    }
}
