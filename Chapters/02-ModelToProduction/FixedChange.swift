// A change that was chosen before: for pages that want the same one for every photo, also where nothing is left to
// chance.

import Tensors
import Vision

/// Always the same change.
struct FixedChange: BatchTransform {
    let change: Change

    /// Points go where a map says.
    init(_ map: PlaneMap) { change = Change(map: map) }

    /// The light changes.
    init(_ light: Light) { change = Change(light: light) }

    func change(of size: Size2D, using random: inout SplitMix64) -> Change { change }
    func quietChange(of size: Size2D) -> Change { change }
}
