import Tensors

extension OperationCase {
    static let resizings: [OperationCase] =
        [[3, 4], [6, 8], [7, 9], [2, 3], 1, [1, 8], [3, 7]].flatMap { (size: Size2D) in
            [
                moving("interpolated(to: \(size)), nearest", [2, 3, 4], { $0.interpolated(to: size) }) { x in
                    PlainArray([2, size.height, size.width]) {
                        x[[$0[0], $0[1] * 3 / size.height, $0[2] * 4 / size.width]]
                    }
                },
                moving(
                    "interpolated(to: \(size)), bilinear", [2, 3, 4], { $0.interpolated(to: size, mode: .bilinear) }
                ) {
                    $0.mixed(size) { k, n, l in max((Double(k) + 0.5) * Double(l) / Double(n) - 0.5, 0) }
                },
                moving("interpolated(to: \(size)), corners aligned", [2, 3, 4]) {
                    $0.interpolated(to: size, mode: .bilinear, alignCorners: true)
                } _: {
                    $0.mixed(size) { k, n, l in n > 1 ? Double(k) * Double(l - 1) / Double(n - 1) : 0 }
                },
            ]
        }
        + [
            moving("interpolated(by: 2)", [1, 2, 3, 4], { $0.interpolated(by: 2) }) { x in
                PlainArray([1, 2, 6, 8]) { x[[0, $0[1], $0[2] / 2, $0[3] / 2]] }
            },
            moving("interpolated(by: 1.6), bilinear", [2, 3, 4], { $0.interpolated(by: 1.6, mode: .bilinear) }) {
                $0.mixed([4, 6]) { k, _, _ in max((Double(k) + 0.5) / 1.6 - 0.5, 0) }
            },
            // An axis that keeps its length is copied: 3 rows by 1.3 are 3 again.
            moving("interpolated(by: 1.3), bilinear", [2, 3, 4], { $0.interpolated(by: 1.3, mode: .bilinear) }) {
                $0.mixed([3, 5]) { k, n, l in n == l ? Double(k) : max((Double(k) + 0.5) / 1.3 - 0.5, 0) }
            },
            moving("interpolated(by: 1.3)", [2, 3, 4], { $0.interpolated(by: 1.3) }) { x in
                PlainArray([2, 3, 5]) { x[[$0[0], $0[1], Int(Double($0[2]) / 1.3)]] }
            },
            moving("interpolated(by: 2.3)", [2, 3, 4], { $0.interpolated(by: 2.3) }) { x in
                PlainArray([2, 6, 9]) { x[[$0[0], $0[1] / 2, Int(Double($0[2]) / 2.3)]] }
            },
        ]
        + [1, 2, 3].flatMap { (r: Int) in
            [
                moving("pixelShuffled(\(r))", [2, 2 * r * r, 2, 3], { $0.pixelShuffled(r) }) { x in
                    PlainArray([2, 2, 2 * r, 3 * r]) {
                        x[[$0[0], $0[1] * r * r + $0[2] % r * r + $0[3] % r, $0[2] / r, $0[3] / r]]
                    }
                },
                moving("pixelUnshuffled(\(r))", [2, 2 * r, 3 * r], { $0.pixelUnshuffled(r) }) { x in
                    PlainArray([2 * r * r, 2, 3]) {
                        x[[$0[0] / (r * r), $0[1] * r + $0[0] / r % r, $0[2] * r + $0[0] % r]]
                    }
                },
            ]
        }
}

extension PlainArray {
    /// [planes, h, w] at other places: `place(k, n, l)` of new pixel k of n over l old ones.
    fileprivate func mixed(_ size: Size2D, _ place: (_ k: Int, _ n: Int, _ l: Int) -> Double) -> PlainArray {
        func parts(_ k: Int, _ n: Int, _ l: Int) -> [(Int, Double)] {
            let at = place(k, n, l)
            let first = min(Int(at), l - 1)
            return [(first, 1 - (at - Double(first))), (min(first + 1, l - 1), at - Double(first))]
        }
        return PlainArray([shape[0], size.height, size.width]) { index in
            parts(index[1], size.height, shape[1]).reduce(0) { sum, row in
                parts(index[2], size.width, shape[2]).reduce(sum) {
                    $0 + row.1 * $1.1 * self[[index[0], row.0, $1.0]]
                }
            }
        }
    }
}
