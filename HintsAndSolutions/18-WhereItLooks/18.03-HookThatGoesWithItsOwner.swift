// Nudge: In Swift an object can do something when the last one who holds it lets go.
// Idea: `deinit` is the place for `remove()`. To move, remove the old hook and attach a new one with the same function.
// Almost: Keep `note` and the hook in properties. The closure that counts must hold `self` weakly, or the object holds
//   itself alive through its hook.

import Layers
import Tensors

public final class OwnedHook {
    private let note: (Tensor) -> Void
    private var hook: Hook?
    public private(set) var count = 0

    public init(at layer: any Layer<Tensor, Tensor>, _ note: @escaping (_ output: Tensor) -> Void) throws {
        self.note = note
        attach(to: layer)
    }

    deinit { hook?.remove() }

    public func move(to layer: any Layer<Tensor, Tensor>) throws {
        hook?.remove()
        attach(to: layer)
    }

    private func attach(to layer: any Layer<Tensor, Tensor>) {
        hook = layer.onForward { [weak self] _, output in
            self?.count += 1
            self?.note(output)
        }
    }
}
