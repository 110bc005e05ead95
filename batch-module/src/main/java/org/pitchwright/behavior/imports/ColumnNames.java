package org.pitchwright.behavior.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names under which columns are known: the contract's own first, then those met in the wild.
 */
final class ColumnNames {
  private static final Map<String, String> EVENTS =
      names(
          List.of(
              "event_id,id,behavior id,log id,事件编号,事件ID,行为编号",
              "type,event,event type,event name,behavior,behavior type,action,action type,行为,行为类型,"
                  + "事件,事件类型,类型",
              "customer_id,customer,user,user id,uid,member id,buyer id,visitor id,client id,客户,客户编号,"
                  + "客户ID,用户,用户编号,用户ID,会员号,会员编号",
              "item_id,item,product,product id,sku,sku id,goods id,article id,asin,movie id,商品,商品编号,"
                  + "商品ID,物品ID,产品编号",
              "at,time,timestamp,ts,date,datetime,event time,created at,occurred at,unix timestamp,"
                  + "时间,时间戳,日期,行为时间,发生时间",
              "rating,rate,score,stars,overall,评分,星级,打分",
              "quantity,qty,count,pieces,num,数量,件数",
              "amount,total,revenue,value,price,sales,金额,总额,价格",
              "currency,currency code,币种,货币",
              "duration_ms,duration,dwell time ms,dwell ms,watch ms,停留毫秒,停留时长",
              "session_id,session,sid,会话,会话编号,会话ID",
              "source,channel,referrer,来源,渠道",
              "attributes,properties,extra,属性"));

  private static final Map<String, String> ITEMS =
      names(
          List.of(
              "item_id,id,item,product id,sku,sku id,goods id,asin,商品编号,商品ID,产品编号",
              "title,name,item name,product name,product title,标题,名称,商品名称,品名",
              "description,desc,text,summary,details,描述,简介,详情,商品描述",
              "category,category name,categories,cat,department,类目,分类,品类",
              "price,unit price,sale price,价格,单价,售价",
              "currency,currency code,币种,货币",
              "language,lang,locale,语言",
              "image_url,image,picture,photo url,图片,图片地址",
              "active,enabled,available,on sale,is active,上架,在售,启用",
              "attributes,properties,extra,属性"));

  private static final Map<String, String> CUSTOMERS =
      names(
          List.of(
              "customer_id,id,customer,user,user id,uid,member id,client id,客户编号,客户ID,用户编号,用户ID,"
                  + "会员号",
              "name,full name,customer name,姓名,名字,客户姓名",
              "email,e-mail,mail,email address,邮箱,电子邮件",
              "phone,mobile,telephone,tel,phone number,手机,手机号,电话",
              "language,lang,locale,语言",
              "time_zone,tz,zone,时区",
              "traits,attributes,properties,extra,属性",
              "email_marketing,email consent,email opt in,邮件营销",
              "sms_marketing,sms consent,sms opt in,短信营销",
              "personalization,personalisation,个性化",
              "analytics,分析",
              "consent_at,consent time,同意时间",
              "consent_source,同意来源"));

  private ColumnNames() {}

  static Map<String, String> of(ImportKind kind) {
    return switch (kind) {
      case EVENTS -> EVENTS;
      case ITEMS -> ITEMS;
      case CUSTOMERS -> CUSTOMERS;
    };
  }

  /** Each line: the meaning, which is a name itself, and further names. */
  private static Map<String, String> names(List<String> lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines) {
      String[] synonyms = line.split(",");
      for (String synonym : synonyms) {
        names.putIfAbsent(Columns.normal(synonym), synonyms[0]);
      }
    }
    return Map.copyOf(names);
  }
}
