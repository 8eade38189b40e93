import Tensors

extension OperationCase {
    /// kernel, stride, padding, ceilMode; some strides are larger than the kernel.
    private static let slides: [(Size2D, Size2D?, Size2D, Bool)] = [
        (2, nil, 0, false), (2, nil, 0, true), (3, 2, 1, false), (3, 2, 1, true), ([1, 3], 1, [0, 1], false),
        ([3, 2], [1, 2], [1, 0], true), (1, 3, 0, false), (2, 4, 1, true), ([5, 7], 1, 0, false), (3, 1, 1, true),
        ([6, 9], nil, 0, true), ([8, 9], 4, 1, true), ([7, 3], [3, 2], 0, true),
    ]

    static let poolings: [OperationCase] =
        slides.flatMap { kernel, stride, padding, ceil in
            let name = "(\(kernel), stride: \(stride ?? kernel), padding: \(padding), ceilMode: \(ceil))"
            return [
                moving("maxPooled\(name)", [2, 5, 7]) {
                    $0.maxPooled(kernel, stride: stride, padding: padding, ceilMode: ceil)
                } _: {
                    $0.pooled(kernel, stride ?? kernel, padding, ceil) { $0.values.max()! }
                },
                moving("averagePooled\(name)", [2, 5, 7]) {
                    $0.averagePooled(kernel, stride: stride, padding: padding, ceilMode: ceil)
                } _: {
                    $0.pooled(kernel, stride ?? kernel, padding, ceil) { $0.values.reduce(0, +) / Double($0.padded) }
                },
                moving("averagePooled\(name), inside only", [2, 5, 7]) {
                    $0.averagePooled(
                        kernel, stride: stride, padding: padding, ceilMode: ceil, countIncludesPadding: false)
                } _: {
                    $0.pooled(kernel, stride ?? kernel, padding, ceil) { $0.values.mean }
                },
            ]
        }
        + [1, 2, [5, 7], [3, 4], [7, 9], [1, 3]].flatMap { (size: Size2D) in
            [
                moving("adaptiveAveragePooled(\(size))", [2, 5, 7], { $0.adaptiveAveragePooled(size) }) {
                    $0.adaptivelyPooled(size) { $0.mean }
                },
                moving("adaptiveMaxPooled(\(size))", [2, 5, 7], { $0.adaptiveMaxPooled(size) }) {
                    $0.adaptivelyPooled(size) { $0.max()! }
                },
            ]
        }
        + [
            moving("maxPooled(2) of one image", [4, 6], { $0.maxPooled(2) }) {
                $0.reshaped([1, 4, 6]).pooled(2, 2, 0, false) { $0.values.max()! }.reshaped([2, 3])
            },
            moving("averagePooled([1, 2]) of [1, 2, 3, 4]", [1, 2, 3, 4], { $0.averagePooled([1, 2]) }) {
                $0.reshaped([2, 3, 4]).pooled([1, 2], [1, 2], 0, false) { $0.values.mean }.reshaped([1, 2, 3, 2])
            },
        ]
}

extension [Double] {
    fileprivate var mean: Double { reduce(0, +) / Double(count) }
}

extension PlainArray {
    /// What a window holds, and how large it is with the padding.
    fileprivate typealias View = (values: [Double], padded: Int)

    /// f of every window of [planes, h, w]; windows that begin past the end of the image do not count.
    fileprivate func pooled(
        _ kernel: Size2D, _ stride: Size2D, _ padding: Size2D, _ ceil: Bool, _ f: @escaping (View) -> Double
    ) -> PlainArray {
        let (h, w) = (shape[1], shape[2])
        func starts(_ length: Int, _ kernel: Int, _ stride: Int, _ padding: Int) -> [Int] {
            Swift.stride(from: -padding, to: length, by: stride).filter { ceil || $0 + kernel <= length + padding }
                .enumerated().filter { $0.offset == 0 || $0.element - stride + kernel < length + padding }
                .map(\.element)
        }
        let rows = starts(h, kernel.height, stride.height, padding.height)
        let columns = starts(w, kernel.width, stride.width, padding.width)
        return PlainArray([shape[0], rows.count, columns.count]) { place in
            let (top, left) = (rows[place[1]], columns[place[2]])
            let values = (top..<top + kernel.height).filter { (0..<h).contains($0) }.flatMap { y in
                (left..<left + kernel.width).filter { (0..<w).contains($0) }.map { self[[place[0], y, $0]] }
            }
            let height = min(top + kernel.height, h + padding.height) - top
            return f((values, height * (min(left + kernel.width, w + padding.width) - left)))
        }
    }

    fileprivate func adaptivelyPooled(_ size: Size2D, _ f: @escaping ([Double]) -> Double) -> PlainArray {
        func window(_ length: Int, _ count: Int, _ place: Int) -> Range<Int> {
            Int(
                (Double(place * length) / Double(count)).rounded(.down))..<Int(
                    (Double((place + 1) * length) / Double(count)).rounded(.up))
        }
        return PlainArray([shape[0], size.height, size.width]) { place in
            f(
                window(shape[1], size.height, place[1]).flatMap { y in
                    window(shape[2], size.width, place[2]).map { self[[place[0], y, $0]] }
                })
        }
    }
}
