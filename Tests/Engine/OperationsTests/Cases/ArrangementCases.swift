import Tensors

extension OperationCase {
    static let arrangements: [OperationCase] = parts + copies + turns + margins + windows + triangles

    private static let parts: [OperationCase] = (-3..<3).flatMap { axis in
        let place = (axis + 3) % 3
        return [
            moving("split(into: [1, 3], axis: \(axis)), joined again", [4, 4, 4]) {
                Tensor.cat($0.split(into: [1, 3], axis: axis).reversed(), axis: axis)
            } _: {
                $0.taking([1, 2, 3, 0], place)
            },
            moving("split(every: 3, axis: \(axis)), the last", [4, 4, 4], { $0.split(every: 3, axis: axis)[1] }) {
                $0.taking([3], place)
            },
            moving("chunked(2, axis: \(axis)), the last", [5, 5, 5], { $0.chunked(2, axis: axis).last! }) {
                $0.taking([3, 4], place)
            },
        ]
    }

    private static let copies: [OperationCase] =
        [[2, 1, 3], [2], [1, 1], [2, 2, 1, 2]].map { counts in
            moving("tiled(\(counts))", [2, 1, 3], { $0.tiled(counts) }) { x in
                let old = [Int](repeating: 1, count: max(0, counts.count - 3)) + x.shape
                let times = [Int](repeating: 1, count: max(0, 3 - counts.count)) + counts
                return PlainArray(zip(old, times).map { $0 * $1 }) { x[zip($0, old).map { $0 % $1 }] }
            }
        }
        + (-3..<3).map { axis in
            moving("repeated(2, axis: \(axis))", [2, 1, 3], { $0.repeated(2, axis: axis) }) { x in
                let place = (axis + 3) % 3
                return x.taking((0..<2 * x.shape[place]).map { $0 / 2 }, place)
            }
        }

    private static let turns: [OperationCase] =
        [[0], [1], [-1], [0, 2], [2, 1, 0]].map { axes in
            moving("flipped(\(axes))", [2, 3, 4], { $0.flipped(axes) }) { x in
                axes.reduce(x) { $0.taking((0..<$0.shape[($1 + 3) % 3]).reversed(), ($1 + 3) % 3) }
            }
        }
        + [(1, 0), (-1, 1), (2, -1), (7, -1), (-9, 2), (0, 0)].map { places, axis in
            moving("rolled(by: \(places), axis: \(axis))", [2, 3, 4], { $0.rolled(by: places, axis: axis) }) { x in
                let place = (axis + 3) % 3
                let length = x.shape[place]
                return x.taking((0..<length).map { (($0 - places) % length + length) % length }, place)
            }
        }

    private static let triangles: [OperationCase] = [[3, 4], [2, 4, 3], [2, 1, 3, 3]].flatMap { shape in
        let rank = shape.count
        return [0, 1, -1, 2, -9, 9].flatMap { diagonal in
            [
                moving("\(shape).tril(diagonal: \(diagonal))", shape, { $0.tril(diagonal: diagonal) }) { x in
                    PlainArray(shape) { $0[rank - 1] - $0[rank - 2] <= diagonal ? x[$0] : 0 }
                },
                moving("\(shape).triu(diagonal: \(diagonal))", shape, { $0.triu(diagonal: diagonal) }) { x in
                    PlainArray(shape) { $0[rank - 1] - $0[rank - 2] >= diagonal ? x[$0] : 0 }
                },
            ]
        }
    }

    private static let margins: [OperationCase] = [
        [(1, 2)], [(2, 0), (0, 3)], [(1, 0), (2, 2), (3, 1)], [(0, 0)],
    ].flatMap { (margins: [(before: Int, after: Int)]) in
        [Padding.constant(0), .constant(1.5), .replicate, .reflect].map { padding in
            moving("padded(\(margins), with: \(padding))", [3, 3, 4], { $0.padded(margins, with: padding) }) { x in
                margins.enumerated().reduce(x) { x, margin in
                    x.padded(3 - margins.count + margin.offset, margin.element.before, margin.element.after, padding)
                }
            }
        }
    }

    private static let windows: [OperationCase] = [
        (0, 2, 1), (1, 3, 1), (2, 3, 2), (-1, 2, 3), (-2, 1, 2), (2, 7, 1),
    ].map { axis, size, step in
        moving(
            "windows(axis: \(axis), size: \(size), step: \(step))", [2, 5, 7],
            { $0.windows(axis: axis, size: size, step: step) }
        ) { x in
            let place = (axis + 3) % 3
            let shape = x.shape.replacing(place, by: (x.shape[place] - size) / step + 1)
            return PlainArray(shape + [size]) { x[Array($0[..<3].replacing(place, by: $0[place] * step + $0[3]))] }
        }
    }
}

extension ArraySlice<Int> {
    fileprivate func replacing(_ place: Int, by entry: Int) -> [Int] { Array(self).replacing(place, by: entry) }
}

extension PlainArray {
    fileprivate func padded(_ axis: Int, _ before: Int, _ after: Int, _ padding: Padding) -> PlainArray {
        let length = shape[axis]
        return PlainArray(shape.replacing(axis, by: length + before + after)) { index in
            var place = index[axis] - before
            switch padding {
            case .constant(let value): if !(0..<length).contains(place) { return Double(value) }
            case .replicate: place = min(max(place, 0), length - 1)
            case .reflect: place = (length - 1) - abs(length - 1 - abs(place))
            }
            return self[index.replacing(axis, by: place)]
        }
    }
}
