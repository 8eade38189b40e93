import Exercises04
import Practice
import Solutions04
import Tensors

let learnedDigits = Check(
    "4.44",
    answer(
        "learnedDigits(_:_:using:)", changing(Exercises04.learnedDigits(_:_:using:)),
        changing(Solutions04.learnedDigits(_:_:using:)))
) { learnedDigits in
    func judge(on digits: TenDigits) throws {
        let random = Variable("random", SplitMix64(seed: 26))
        let model = try learnedDigits(digits.train.images, digits.train.labels, random).noting(digits.origin)
        let answers = model.its("its answers for other images") { $0(digits.valid.images) }
        let accuracy = try digits.expectAccuracy(of: answers, atLeast: 0.85)
        // Said to the reader whether it is enough or not: nowhere else does an answer get a mark.
        print("\(digits.origin): \(accuracy) right")
    }

    try judge(on: .generated)
    switch Result(catching: TenDigits.real) {
    case .success(let real?): try judge(on: real)
    case .success(nil): print("no real digits: mnist is not on this machine (`swift run data get mnist`)")
    // Files that cannot be read are not the answer's fault.
    case .failure(let error): print("no real digits: \(error)")
    }
}
