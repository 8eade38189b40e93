import Exercises04
import Practice
import Solutions04
import Tensors

let takeStep = Check(
    "4.30",
    answer(
        "takeStep(_:learningRate:)", changing(Exercises04.takeStep(_:learningRate:)),
        changing(Solutions04.takeStep(_:learningRate:)))
) { takeStep in
    let parameters = Variable("[w, b, c]", [Tensor([1, 2]), Tensor([3]), Tensor([7])].map { $0.requiringGrad() })
    let names = ["w [1, 2] with gradient [10, -10]", "b [3] with gradient [2]", "c [7] without a gradient"]
    // Two equal steps: a gradient that was not cleared shows in the second.
    let afterSteps = [[Tensor([0, 3]), Tensor([2.8]), Tensor([7])], [Tensor([-1, 4]), Tensor([2.6]), Tensor([7])]]
    for (step, expected) in zip(1..., afterSteps) {
        ((parameters.value[0] * Tensor([10, -10])).sum() + 2 * parameters.value[1].sum()).backward()
        let done = try takeStep(parameters, 0.1).noting("step \(step)")
        for (k, name) in names.enumerated() {
            let parameter = done.its(name) { parameters.value[k] }
            try expectClose(parameter.its("afterwards") { $0.detached() }, expected[k])
            try expect(parameter.its("requiresGrad", \.requiresGrad), "true: it has to go on learning") { $0 }
            try expectEqual(parameter.its("gradFn (a parameter stays a leaf)", \.gradFn), nil)
            try expectEqual(parameter.its("its gradient afterwards", \.grad?.scalars), nil)
        }
    }
}
