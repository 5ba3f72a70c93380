; bits.smt2 - the axioms of bits.h, over words of 64 bits: no word makes one of them false, so each answer is
; unsat.  Numbers stay small enough that a shifted word loses no bits.
(set-logic QF_BV)
(declare-const a (_ BitVec 64))
(declare-const b (_ BitVec 64))

(push 1) ; and_most, and_most_
(assert true)
(assert (not (and (bvule (bvand a b) b) (bvule (bvand a b) a))))
(check-sat)
(pop 1)

(push 1) ; xor_8
(assert (and (bvult a #x0000000000000100) (bvult b #x0000000000000100)))
(assert (not (bvult (bvxor a b) #x0000000000000100)))
(check-sat)
(pop 1)

(push 1) ; or_4
(assert (and (bvult a #x0000000000000010) (bvult b #x0000000000000010)))
(assert (not (bvult (bvor a b) #x0000000000000010)))
(check-sat)
(pop 1)

(push 1) ; or_6
(assert (and (bvult a #x0000000000000040) (bvult b #x0000000000000040)))
(assert (not (bvult (bvor a b) #x0000000000000040)))
(check-sat)
(pop 1)

(push 1) ; or_8
(assert (and (bvult a #x0000000000000100) (bvult b #x0000000000000100)))
(assert (not (bvult (bvor a b) #x0000000000000100)))
(check-sat)
(pop 1)

(push 1) ; or_16
(assert (and (bvult a #x0000000000010000) (bvult b #x0000000000010000)))
(assert (not (bvult (bvor a b) #x0000000000010000)))
(check-sat)
(pop 1)

(push 1) ; or_40
(assert (and (bvult a #x0000010000000000) (bvult b #x0000010000000000)))
(assert (not (bvult (bvor a b) #x0000010000000000)))
(check-sat)
(pop 1)

(push 1) ; or_32
(assert (and (bvult a #x0000000100000000) (bvult b #x0000000100000000)))
(assert (not (bvult (bvor a b) #x0000000100000000)))
(check-sat)
(pop 1)

(push 1) ; byte_left_3
(assert (and (bvult a #x0000000000000100) (bvule b #x0000000000000018)))
(assert (not (bvult (bvshl a b) #x0000000100000000)))
(check-sat)
(pop 1)

(push 1) ; times_4
(assert (bvult a #x4000000000000000))
(assert (not (= (bvshl a #x0000000000000002) (bvmul #x0000000000000004 a))))
(check-sat)
(pop 1)

(push 1) ; times_16
(assert (bvult a #x1000000000000000))
(assert (not (= (bvshl a #x0000000000000004) (bvmul #x0000000000000010 a))))
(check-sat)
(pop 1)

(push 1) ; twice
(assert (bvult a #x8000000000000000))
(assert (not (= (bvshl a #x0000000000000001) (bvmul #x0000000000000002 a))))
(check-sat)
(pop 1)

(push 1) ; byte_left
(assert (and (bvult a #x0000000000000100) (bvult b #x0000000000000021)))
(assert (not (bvult (bvshl a b) #x0000010000000000)))
(check-sat)
(pop 1)

(push 1) ; shift_left
(assert (and (bvult a #x0000000000010000) (bvult b #x0000000000000010)))
(assert (not (bvult (bvshl a b) #x0000000080000000)))
(check-sat)
(pop 1)

(push 1) ; high_byte
(assert (bvult a #x0000000100000000))
(assert (not (bvult (bvlshr a #x0000000000000018) #x0000000000000100)))
(check-sat)
(pop 1)

(push 1) ; low_half
(assert (and (bvult a #x0000000000000100) (= (bvand a #x0000000000000080) #x0000000000000000)))
(assert (not (bvult a #x0000000000000080)))
(check-sat)
(pop 1)

(push 1) ; power
(assert (bvult a #x0000000000000007))
(assert (not (and (bvule #x0000000000000001 (bvshl #x0000000000000001 a)) (bvule (bvshl #x0000000000000001 a) #x0000000000000040))))
(check-sat)
(pop 1)

(push 1) ; right
(assert true)
(assert (not (bvule (bvlshr a b) a)))
(check-sat)
(pop 1)

(push 1) ; high_6
(assert (bvult a #x0000000000000100))
(assert (not (bvult (bvlshr a #x0000000000000002) #x0000000000000040)))
(check-sat)
(pop 1)

(push 1) ; high_4
(assert (bvult a #x0000000000000100))
(assert (not (bvult (bvlshr a #x0000000000000004) #x0000000000000010)))
(check-sat)
(pop 1)

(push 1) ; high_2
(assert (bvult a #x0000000000000100))
(assert (not (bvult (bvlshr a #x0000000000000006) #x0000000000000004)))
(check-sat)
(pop 1)

(push 1) ; first_5
(assert (bvult a #x0000000000000400))
(assert (not (bvult (bvlshr a #x0000000000000005) #x0000000000000020)))
(check-sat)
(pop 1)

(push 1) ; first_10
(assert (bvult a #x0000010000000000))
(assert (not (bvult (bvlshr a #x000000000000001e) #x0000000000000400)))
(check-sat)
(pop 1)
