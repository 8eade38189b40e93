// Nudge: Two loops over the patches. Tensors are values: what you change in a copy, the picture does not notice.
// Idea: `covered[0, 0..., top..<bottom, left..<right] = …` covers a patch. The end of the last one is `min(…)`.
// Almost: Collect `whole - net(covered)[0, kind].item` in a list, row by row, and make a tensor of it: `Tensor(shape:
//   [rows, columns], list)`, all inside `noGrad`.

import Layers
import Tensors

public func coveredPatches(
    _ x: Tensor, kind: Int, in net: any Layer<Tensor, Tensor>, side: Int, grey: Float
) throws -> Tensor {
    let (channels, h, w) = (x.shape[1], x.shape[2], x.shape[3])
    net.eval()
    return noGrad {
        let whole = net(x)[0, kind].item
        var falls: [Float] = []
        for top in stride(from: 0, to: h, by: side) {
            for left in stride(from: 0, to: w, by: side) {
                let (bottom, right) = (min(top + side, h), min(left + side, w))
                var covered = x.detached()
                covered[0, 0..., top..<bottom, left..<right] = .full(grey, [channels, bottom - top, right - left])
                falls.append(whole - net(covered)[0, kind].item)
            }
        }
        return Tensor(shape: [(h + side - 1) / side, (w + side - 1) / side], falls)
    }
}
