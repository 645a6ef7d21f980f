"""Which Chinese script a text is written in, seen from common characters that only one of the scripts has.

The sets hold the commonest such characters, enough to recognise any notice without reading a conversion dictionary.
Characters that stand in both scripts with different meanings (后 面 干 里 云) are in neither.
"""

from __future__ import annotations

from typing import Literal

from .lazy import lazy_pattern

Script = Literal["simplified", "traditional", "mixed"]

# Below this share the other script's characters are strays: a name, a quotation, a variant slipped into a mirror.
_STRAY_SHARE = 0.1

TRADITIONAL = frozenset(
    "並亂亞佈佔併來侷係個們倖倫側備傢傳傷僅價儀億儘優兌兒內兩別則剛創劃劇劉劍劑動務勝勞勢匯區協卻卽參吳呂員唸問啓喫單嗎噸噹嚮嚴囌國圍園圓圖團執堅報場塊壇壓壞壯夠奧奪婦媽孃孫學宮實寧審寫寬寶將專尋對導屆層屬"
    "峯島崗嶺巖師帶幣幫幹幾庫廟廠廢廣廳張強彆彈彙彿後徑從復徵惡愛態慮慶慾憲應懷戰戲戶捲掛採揚換揮損搖搶摺擁擇擊擔據擴擺敎敗敵數斷旣昇時曆書會朮東條楊業極榦榮構槍樂樑樓標樣樹橋機橫檢檯權歐歡歲歷歸殺氣氾汎決"
    "沒沖況減測準溫滅滿漢漸潛潤澤濛濟灣為烏無煙熱燈燒營爭爲爺爾牀牆狀獎獨獲獻現環產甦畢畫異當痠療發盃盡監盤眞眾睏矇硃確碼礎礦祕禦禮稅種稱穀積穩穫竈競筆箇節範築簡簽籤糧糰紀約紅納純紙級紛細紹終組結絕絡給統絲"
    "經綜綠維網綵緊線編緩練緻縣縮縱總績織繫繼續纔罈罷羅羣義習聖聞聯聲職聽脈脩脫腦腳臉臨臺與興舉舊艦荊莊華菸萬葉蒐蓆蓋蓮薩藝藥蘇蘭處虛號蟲衆術衛衝裏補裝裡製複襬見規視親覺觀觸訂計討訓託記訪設許訴註証評詞試詩"
    "話該誌認語誤說誰課調談請論諸謀謂講謝證識議護讀變讓豐負財貨責貴買費貼貿資賣質購賽趕趙跡蹟車軍軟較載輕輪輯輸轄轉辦農迴這連週進遊運過達遠適選遺還邊鄉醫釋針鉅鉤銀銅銷鋪鋼錄錢錯錶鍾鎮鐘鐵長門閉開間閤閱闆關"
    "陞陣陰陳陸陽隊階際隨險隱隻雖雙雜雞離難雲電靈靜鞦韆韋韓響頁頂項順須預頓領頭頻題額願類顧顯風颱飛飯養餘館馬駐騎驗驚體髮鬆鬍鬚鬥鬧魚魯鮮鹽麗麪麴麵麼黃點黨齊齣龍"
    "貫滾擬籌輔遲鞏頒暫檔災漁郵償儲偵僑殘牽繳徹"
)

SIMPLIFIED = frozenset(
    "与专业东丝两严个临为丽举么义乌乐习乡书买乱争亚产亲亿仅从仪们众优会传伤伦体侧倾储儿兰关兴养内写军农冲决况净减凤凭击刘则刚创别剂剑剧办务动劲劳势区医华协单卖卫却厅历压县参双发变号叹吗吨听启吴员响团园围国"
    "图圆圣场坏块坚坛墙壮声处备复够头夺奋奖奥妇妈孙学宁宝实审宪宫宽对寻导将尔尽层届属岁岗岛岭峡峰币师带帮并庄庆床库应庙废开异弃张弹强归当录彻径怀态总恶惊戏战户执扩扬抢护报担拥择挥损换摆摇敌数断无旧时显晋术"
    "机杀杂权条来杨构枪标树样桥梦检楼横欢欧残毁毕气汇汉汤沟没泪泽测济润渐温湾满潜灭灯灵点烟烧热爱爷状独献环现电画疗盐监盖盘矿码础礼离秘积称税稳竞笔签简类粮紧红约级纪纯纳纵纷纸纺线练组细织终绍经结给络绝统继"
    "绩续维综绿缓编缘缩网罗罢群职联胆脉脑脚脱脸舰艺节苏荆荣药莲获营萨虑虚虽补装见观规视觉触誉计订认讨让训议讯记讲许论设访证评识诉词试诗话询该语误说请诸诺读课谁调谈谋谓谢贝负贡财责败货质贫购贯贴贵贸费贼资赏"
    "赛赞赵赶跃车转轮软轻载较辈辑输辖边辽达迁过运还这进远连迹选遗释针钟钢钱铁铜银铺销锋错锛镇镜长门闪闭问闯间闹闻阁队阳阴阵阶际陆陈险随隐难静韦韩页顶项顺须顾顿预领频题额风飞饭饮馆马驻骂验骑鱼鲁鲜鸡麦黄齐龙"
)


_TRADITIONAL = lazy_pattern(f"[{''.join(sorted(TRADITIONAL))}]")
_SIMPLIFIED = lazy_pattern(f"[{''.join(sorted(SIMPLIFIED))}]")


def has_traditional(text: str) -> bool:
    """True when the text holds a character that only traditional text has."""
    return _TRADITIONAL.search(text) is not None


def script_of(text: str) -> Script:
    """simplified, traditional or mixed; a text without Chinese counts as simplified."""
    if not has_traditional(text):
        return "simplified"
    old, new = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    share = old / (old + new)
    if share < _STRAY_SHARE:
        return "simplified"
    return "traditional" if share > 1 - _STRAY_SHARE else "mixed"
