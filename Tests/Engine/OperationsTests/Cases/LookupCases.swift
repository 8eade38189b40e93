import Tensors

extension OperationCase {
    static let lookups: [OperationCase] =
        [IntTensor([2, 0, 2, 2, 1]), IntTensor([[0, 3], [3, 0]]), IntTensor(1), IntTensor([[[3]]])].map { ids in
            moving("embedded \(ids.shape)", [4, 3], { $0.embedded(ids) }) { x in
                let numbers = PlainArray(Tensor(ids))
                return PlainArray(ids.shape + [3]) { x[[Int(numbers[$0.dropLast()]), $0.last!]] }
            }
        }
        + [0, 0.3, 1].map { (p: Float) in
            moving("channelDropout(\(p))", [3, 20, 2, 1], { $0.channelsDropped(p) }) { x in
                let kept = PlainArray(Tensor.ones(3, 20, 1, 1).dropped(p))  // the draws are those of dropout
                return PlainArray([3, 20, 2, 1]) { kept[$0] == 0 ? 0 : x[$0] / (1 - Double(p)) }
            }
        }
        + [0, 0.3, 1].map { (p: Float) in
            moving("lockedDropout(\(p))", [3, 4, 10], { $0.lockedDropped(p) }) { x in
                let kept = PlainArray(Tensor.ones(3, 1, 10).dropped(p))  // one draw for all four steps
                return PlainArray([3, 4, 10]) { kept[[$0[0], 0, $0[2]]] == 0 ? 0 : x[$0] / (1 - Double(p)) }
            }
        }
        + [0, 0.3, 1].map { (p: Float) in
            moving("dropout(\(p))", [3, 50], { $0.dropped(p) }) { x in
                let kept = PlainArray(Tensor.ones(3, 50).dropped(p))  // which ones is tested elsewhere
                return PlainArray([3, 50]) { kept[$0] == 0 ? 0 : x[$0] / (1 - Double(p)) }
            }
        }
}

extension Tensor {
    fileprivate func dropped(_ p: Float) -> Tensor {
        var random = SplitMix64(seed: 3)
        return dropout(p, using: &random)
    }

    fileprivate func channelsDropped(_ p: Float) -> Tensor {
        var random = SplitMix64(seed: 3)
        return channelDropout(p, using: &random)
    }

    fileprivate func lockedDropped(_ p: Float) -> Tensor {
        var random = SplitMix64(seed: 3)
        return lockedDropout(p, using: &random)
    }
}
