// # How far predicted numbers are off

import Tensors

/// Mean of |prediction - target|. Both of the same shape.
public func l1Loss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    l1Loss(predictions, targets, reduction: .mean)
}

/// |prediction - target|. Both of the same shape.
public func l1Loss(_ predictions: Tensor, _ targets: Tensor, reduction: LossReduction) -> Tensor {
    requireSameShape("l1Loss", predictions, targets)
    return reduction((predictions - targets).abs())
}

/// Mean of (prediction - target)². Both of the same shape.
public func mseLoss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    mseLoss(predictions, targets, reduction: .mean)
}

/// (prediction - target)². Both of the same shape.
public func mseLoss(_ predictions: Tensor, _ targets: Tensor, reduction: LossReduction) -> Tensor {
    requireSameShape("mseLoss", predictions, targets)
    return reduction((predictions - targets).squared())
}

/// Mean of ½d² where |d| < 1, else |d| - ½, for d = prediction - target. Both of the same shape.
public func smoothL1Loss(_ predictions: Tensor, _ targets: Tensor) -> Tensor {
    smoothL1Loss(predictions, targets, beta: 1)
}

/// ½d² / beta where |d| < beta, else |d| - ½ beta, for d = prediction - target: round at the bottom like the square,
/// and straight where a single outlier's square would outweigh all else. Both of the same shape.
///
/// (R. Girshick, "Fast R-CNN", 2015. With beta 0 it is ``l1Loss(_:_:)``.)
public func smoothL1Loss(
    _ predictions: Tensor, _ targets: Tensor, beta: Float, reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("smoothL1Loss", predictions, targets)
    require(beta >= 0, "smoothL1Loss with beta \(beta)", "it is a distance, 0 or more")
    if beta == 0 { return l1Loss(predictions, targets, reduction: reduction) }
    let distance = (predictions - targets).abs()
    // With r, the distance capped at beta, both cases are r (|d| - r/2) / beta. Its slope is r / beta in both: r counts
    // as a constant, since where r moves with |d|, |d| - r/2 moves against it.
    let round = distance.detached().minimum(beta)
    return reduction(round * (distance - round / 2) / beta)
}
