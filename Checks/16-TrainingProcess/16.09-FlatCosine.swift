import Exercises16
import Practice
import Solutions16
import Training

let flatCosine = Check(
    "16.9",
    answer(
        "flatCosineRates(batches:rate:flat:endDivisor:)", Exercises16.flatCosineRates(batches:rate:flat:endDivisor:),
        Solutions16.flatCosineRates(batches:rate:flat:endDivisor:))
) { rates in
    try expectClose(rates(4, 1, 0.5, 2), [1, 1, 1, 0.75])
    try expectClose(rates(0, 1, 0.5, 2), [])
    try expectClose(rates(1, 0.3, 0.75, 1e5), [0.3])
    try expectClose(rates(5, 0.2, 1, 100), [0.2, 0.2, 0.2, 0.2, 0.2])
    try expectClose(rates(2, 1, 0, 1e9), [1, 0.5])
    for (batches, rate, flat, divisor) in [(10, 0.01, 0.75, 1e5), (73, 0.5, 0.3, 4), (7, 2, 0, 10)] {
        let schedule = Schedule.flatCosine(Float(rate), flat: flat, endDivisor: Float(divisor))
        let expected = (0..<batches).map { Double(schedule(Double($0) / Double(batches))) }
        try expectClose(rates(batches, rate, flat, divisor), expected)
    }
}
